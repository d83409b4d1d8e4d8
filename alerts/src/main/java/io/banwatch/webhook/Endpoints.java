package io.banwatch.webhook;

import io.banwatch.policy.ReceiverFormat;

/** Where each format's messages go. */
public final class Endpoints {
  /**
   * PagerDuty's own address of the Events API v2
   * (developer.pagerduty.com/docs/events-api-v2-overview, 2026-11); accounts in the EU name theirs.
   */
  private static final String PAGERDUTY = "https://events.pagerduty.com/v2/enqueue";

  /** Where Alertmanager takes alerts (its openapi.yaml of API v2, 0.25 and 0.34). */
  private static final String ALERTS = "/api/v2/alerts";

  private Endpoints() {}

  /**
   * The address to post to. Of an Alertmanager its own address is enough.
   *
   * @param url what the receiver's policy says, or null when it says nothing
   * @throws IllegalArgumentException when the format needs an address
   */
  public static String of(ReceiverFormat format, String url) {
    if (url == null && format != ReceiverFormat.PAGERDUTY) {
      throw new IllegalArgumentException("a receiver of format " + format.word() + " needs a url");
    }
    return switch (format) {
      case STANDARD, SLACK, EMAIL -> url;
      case PAGERDUTY -> url == null ? PAGERDUTY : url;
      case ALERTMANAGER -> url.endsWith(ALERTS) ? url : url.replaceAll("/+$", "") + ALERTS;
    };
  }
}
