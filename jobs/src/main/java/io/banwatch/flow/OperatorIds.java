package io.banwatch.flow;

/**
 * The uid of every operator. They name state in checkpoints: a changed uid loses it, so none is
 * ever changed or used again.
 */
final class OperatorIds {
  static final String USAGE_LOG = "usage-log";
  static final String EVENT_TIME = "event-time";
  static final String REJECTED = "rejected";
  static final String KEYS = "keys";
  static final String ACCOUNTS = "accounts";
  static final String ALERT_ORDER = "alert-order";
  static final String ALERTS = "alerts";
  static final String ACCOUNT_SLICES = "account-slices";
  static final String PIPELINE = "pipeline";
  static final String OPEN_ALERTS = "open-alerts";
  static final String METRICS = "metrics";

  private OperatorIds() {}
}
