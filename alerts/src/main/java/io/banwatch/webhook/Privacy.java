package io.banwatch.webhook;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertJson;
import io.banwatch.alert.Explanation;
import io.banwatch.alert.Fact;
import io.banwatch.alert.PlainText;
import io.banwatch.alert.Subject;
import io.banwatch.text.ClientAddresses;
import io.banwatch.text.MailAddresses;
import java.util.List;
import java.util.Locale;

/**
 * What of an alert may leave the house: no mail address, and of client addresses the network only,
 * unless the receiver gets them whole. Every text is searched, since an alias or a user agent may
 * hold anything.
 */
final class Privacy {
  private static final String WITHHELD = "withheld";

  private final boolean fullAddresses;

  Privacy(boolean fullAddresses) {
    this.fullAddresses = fullAddresses;
  }

  /** The alert with every text masked; identity and times stay. */
  Alert of(Alert alert) {
    Explanation said = alert.explanation();
    return new Alert(
        alert.id(),
        alert.sequence(),
        alert.status(),
        alert.severity(),
        alert.signal(),
        subject(alert.subject()),
        alert.policy(),
        alert.startsAt(),
        alert.changedAt(),
        alert.endsAt(),
        new Explanation(
            text(said.summary()),
            text(said.reason()),
            said.evidence().stream().map(this::fact).toList(),
            texts(said.nextSteps())));
  }

  private Subject subject(Subject subject) {
    return new Subject(
        text(subject.vendor()),
        text(subject.account()),
        text(subject.key()),
        text(subject.keyAlias()),
        text(subject.team()));
  }

  private Fact fact(Fact fact) {
    String name = text(fact.name());
    boolean address = name.toLowerCase(Locale.ROOT).endsWith("address");
    if (address && !fullAddresses && !isAddress(fact)) {
      return Fact.of(name, WITHHELD);
    }
    return new Fact(name, fact.number(), text(fact.text()));
  }

  /** A number may be an address too, and no mask would know it. */
  private static boolean isAddress(Fact fact) {
    return fact.text() != null && ClientAddresses.isAddress(fact.text());
  }

  private List<String> texts(List<String> texts) {
    return texts.stream().map(this::text).toList();
  }

  private String text(String text) {
    if (text == null) {
      return null;
    }
    String masked = MailAddresses.masked(PlainText.cut(text, AlertJson.TEXT_LIMIT));
    return fullAddresses ? masked : ClientAddresses.masked(masked);
  }
}
