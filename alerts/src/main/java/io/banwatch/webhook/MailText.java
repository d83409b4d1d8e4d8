package io.banwatch.webhook;

import io.banwatch.alert.Alert;
import io.banwatch.alert.PlainText;

/** The text part of a mail. */
final class MailText {
  private static final int LONGEST = 4_000;

  private final StringBuilder text = new StringBuilder();

  private MailText() {}

  static String of(Content content, String headline) {
    MailText mail = new MailText();
    if (content.kind() == Notice.Kind.DIGEST) {
      mail.line(headline);
    }
    for (Told told : content.alerts()) {
      mail.alert(content.kind(), told);
    }
    return mail.text.toString();
  }

  private void alert(Notice.Kind kind, Told told) {
    Alert alert = told.alert();
    boolean digest = kind == Notice.Kind.DIGEST;
    if (digest) {
      text.append('\n');
    }
    line(Words.headline(kind, alert));
    line(Words.summary(kind, alert));
    field("Account", Words.account(alert.subject()));
    field("Team", alert.subject().team());
    field("How sure", HowSure.of(alert));
    field("Since", Words.time(alert.startsAt()));
    field("Until", alert.endsAt() == null ? null : Words.time(alert.endsAt()));
    field("Dashboard", told.dashboard());
    if (digest) {
      return;
    }
    text.append('\n');
    line(alert.explanation().reason());
    list("Next steps:", Words.nextSteps(alert));
    list("Evidence:", Words.evidence(alert));
    text.append('\n');
    line("alert " + told.id());
  }

  private void list(String title, Iterable<String> items) {
    text.append('\n').append(title).append('\n');
    items.forEach(item -> line("- " + item));
  }

  private void field(String name, String value) {
    if (value != null && !value.isEmpty()) {
      line(name + ": " + value);
    }
  }

  private void line(String line) {
    text.append(PlainText.of(line, LONGEST)).append('\n');
  }
}
