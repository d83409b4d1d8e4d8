package io.banwatch.webhook;

import io.banwatch.alert.Alert;
import io.banwatch.policy.LinkTemplate;
import io.banwatch.policy.Receiver;
import io.banwatch.policy.Telling;
import java.util.List;

/**
 * Makes what is sent to one receiver. The only way out: whatever a format writes has been through
 * {@link Privacy} before. Immutable, thread-safe, cheap to make; holds secrets, so it is made when
 * something is sent and never kept in state.
 */
public final class Notifier {
  private final Privacy privacy;
  private final DashboardLink link;
  private final Format format;

  private Notifier(Privacy privacy, DashboardLink link, Format format) {
    this.privacy = privacy;
    this.link = link;
    this.format = format;
  }

  /**
   * A notifier for a receiver.
   *
   * @param secrets what the receiver's references stand for, the newest first: for {@code standard}
   *     one or more signing secrets, for {@code pagerduty} the routing key, else nothing
   * @throws IllegalArgumentException when a secret is missing or of another form; the message says
   *     what is expected, and never quotes it
   */
  public static Notifier of(Receiver receiver, Telling telling, List<String> secrets) {
    Format format =
        switch (receiver.format()) {
          case STANDARD -> new StandardFormat(secrets);
          case ALERTMANAGER -> new AlertmanagerFormat(telling.firingMillis());
          case SLACK -> new SlackFormat();
          case PAGERDUTY -> new PagerDutyFormat(secrets);
          case EMAIL -> new EmailFormat(receiver.email().from());
        };
    return new Notifier(
        new Privacy(receiver.fullAddresses()),
        new DashboardLink(new LinkTemplate(telling.dashboard())),
        format);
  }

  /**
   * What is sent. The same notice gives the same id at any time; only what a format dates (a
   * signature, an Alertmanager's deadline) differs.
   *
   * @param now when it is sent, epoch milliseconds
   */
  public Outgoing outgoing(Notice notice, long now) {
    List<Told> told = notice.alerts().stream().map(this::told).toList();
    Alert before = notice.before() == null ? null : privacy.of(notice.before());
    return format.outgoing(new Content(notice.kind(), told, before), now);
  }

  private Told told(Alert alert) {
    Alert leaving = privacy.of(alert);
    return new Told(leaving, link.of(leaving));
  }
}
