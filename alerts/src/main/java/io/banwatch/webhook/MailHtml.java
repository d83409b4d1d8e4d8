package io.banwatch.webhook;

import io.banwatch.alert.Alert;
import io.banwatch.alert.PlainText;

/** The HTML part of a mail: nothing is loaded from anywhere, and every text is escaped. */
final class MailHtml {
  private static final int LONGEST = 4_000;

  private final StringBuilder html = new StringBuilder();

  private MailHtml() {}

  static String of(Content content, String headline) {
    MailHtml mail = new MailHtml();
    mail.html.append("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head>\n");
    mail.html.append("<body style=\"font-family:sans-serif\">\n");
    if (content.kind() == Notice.Kind.DIGEST) {
      mail.element("h2", headline);
    }
    for (Told told : content.alerts()) {
      mail.alert(content.kind(), told);
    }
    return mail.html.append("</body></html>\n").toString();
  }

  private void alert(Notice.Kind kind, Told told) {
    Alert alert = told.alert();
    element("h3", Words.headline(kind, alert));
    element("p", Words.summary(kind, alert));
    html.append("<table>\n");
    row("Account", Words.account(alert.subject()));
    row("Team", alert.subject().team());
    row("How sure", HowSure.of(alert));
    row("Since", Words.time(alert.startsAt()));
    row("Until", alert.endsAt() == null ? null : Words.time(alert.endsAt()));
    html.append("</table>\n");
    if (!told.dashboard().isEmpty()) {
      html.append("<p><a href=\"").append(escaped(told.dashboard())).append("\">");
      html.append("Open the dashboard</a></p>\n");
    }
    if (kind == Notice.Kind.DIGEST) {
      return;
    }
    element("p", alert.explanation().reason());
    list("Next steps", "ol", Words.nextSteps(alert));
    list("Evidence", "ul", Words.evidence(alert));
    element("small", "alert " + told.id());
  }

  private void list(String title, String tag, Iterable<String> items) {
    element("h4", title);
    html.append('<').append(tag).append(">\n");
    items.forEach(item -> element("li", item));
    html.append("</").append(tag).append(">\n");
  }

  private void row(String name, String value) {
    if (value != null && !value.isEmpty()) {
      html.append("<tr><th align=\"left\">").append(name).append("</th>");
      html.append("<td>").append(escaped(value)).append("</td></tr>\n");
    }
  }

  private void element(String tag, String text) {
    html.append('<').append(tag).append('>').append(escaped(text));
    html.append("</").append(tag).append(">\n");
  }

  private static String escaped(String text) {
    return PlainText.of(text, LONGEST)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
