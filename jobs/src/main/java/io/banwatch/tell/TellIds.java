package io.banwatch.tell;

/**
 * The uid of every operator. They name state in checkpoints: a changed uid loses it, so none is
 * ever changed or used again.
 */
final class TellIds {
  static final String ALERT_LOG = "alert-log";
  static final String REDELIVERY = "redelivery";
  static final String ADDRESSING = "-addressing";
  static final String DELIVERIES = "deliveries";
  static final String DEAD_LETTERS = "dead-letters";

  private TellIds() {}
}
