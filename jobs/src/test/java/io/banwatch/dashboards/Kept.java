package io.banwatch.dashboards;

/** Which points a page reads. {@code banwatch store setup} makes the second of the first. */
enum Kept {
  /** Those of ten seconds, which are kept for two weeks. */
  DAYS(""),

  /** Those of five minutes, and alerts, which are kept for more than a year. */
  MONTHS("\"history\".");

  private final String policy;

  Kept(String policy) {
    this.policy = policy;
  }

  /** What stands after {@code FROM}. */
  String of(String measurement) {
    return policy + '"' + measurement + '"';
  }
}
