package io.banwatch.webhook;

import io.banwatch.alert.Alert;
import io.banwatch.alert.Subject;
import io.banwatch.policy.LinkTemplate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The link from an alert to the dashboard that shows it. */
final class DashboardLink {
  /** So much is shown before and after: what led to it, and what became of it. */
  private static final long AROUND = TimeUnit.HOURS.toMillis(1);

  private final LinkTemplate template;

  DashboardLink(LinkTemplate template) {
    this.template = template;
  }

  /** The address; empty when the policy has none. */
  String of(Alert alert) {
    if (template.isEmpty()) {
      return "";
    }
    Subject subject = alert.subject();
    Map<String, String> values = new HashMap<>();
    values.put("vendor", orEmpty(subject.vendor()));
    values.put("account", orEmpty(subject.account()));
    values.put("key", KeyLabel.of(subject));
    values.put("keyAlias", orEmpty(subject.keyAlias()));
    values.put("team", orEmpty(subject.team()));
    values.put("signal", alert.signal());
    values.put("from", Long.toString(alert.startsAt() - AROUND));
    values.put("to", Long.toString(alert.changedAt() + AROUND));
    return template.filled(values);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
