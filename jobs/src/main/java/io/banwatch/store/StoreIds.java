package io.banwatch.store;

/**
 * The uid of every operator. They name state in checkpoints: a changed uid loses it, so none is
 * ever changed or used again.
 */
final class StoreIds {
  static final String METRIC_LOG = "metric-log";
  static final String METRIC_LINES = "metric-lines";
  static final String ALERT_LOG = "alert-log";
  static final String ALERT_LINES = "alert-lines";
  static final String INFLUXDB = "influxdb";

  private StoreIds() {}
}
