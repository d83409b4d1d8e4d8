package io.banwatch.policy;

import java.util.Locale;

/** In which form a receiver is told. */
public enum ReceiverFormat {
  /** Standard Webhooks 1.0.0: signed JSON. */
  STANDARD,
  /** Alerts for Prometheus Alertmanager's API v2. */
  ALERTMANAGER,
  /** Blocks for a Slack incoming webhook. */
  SLACK,
  /** Events for PagerDuty's Events API v2. */
  PAGERDUTY,
  /** Mail in text and HTML. */
  EMAIL;

  /** The word that stands in policies: the constant's name in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
