package io.banwatch.simulate.traffic;

/** How a request can fail. */
public enum Failure {
  /** The vendor's limit of the minute. */
  RATE_LIMITED(0.25, 0.8),
  /** The vendor has too much to do. */
  OVERLOADED(1.5, 0.8),
  /** The vendor's own fault. */
  SERVER_ERROR(2.0, 0.7),
  /** No answer within ten minutes. */
  TIMEOUT(600.0, 0.3),
  /** The vendor refuses a parameter. */
  INVALID_REQUEST(0.2, 0.0),
  /** The gateway knows no such model; the vendor never sees the request. */
  UNKNOWN_MODEL(0.003, 0.0),
  /** The vendor does not accept the credential. */
  AUTHENTICATION(0.15, 0.0),
  /** The vendor has disabled the account. */
  ACCOUNT_DISABLED(0.12, 0.3);

  private final double seconds;
  private final double retried;

  Failure(double seconds, double retried) {
    this.seconds = seconds;
    this.retried = retried;
  }

  /** How long it usually takes, seconds. */
  public double seconds() {
    return seconds;
  }

  /** The share after which the client tries again. */
  public double retried() {
    return retried;
  }
}
