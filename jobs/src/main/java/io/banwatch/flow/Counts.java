package io.banwatch.flow;

/** The names under which a job counts what happened: {@link Count}. */
final class Counts {
  /** Records that became requests, repeats among them: whether it is one shows later. */
  static final String REQUESTS = "requests";

  static final String JUDGED = "judged";
  static final String UNKNOWN_ACCOUNT = "unknown-account";
  static final String LATE = "late";
  static final String GATEWAY_ONLY = "gateway-only";
  static final String KEYS = "keys";
  static final String ACCOUNTS = "accounts";
  static final String STATE_BYTES = "state-bytes";
  static final String STATE_KEYS = "state-keys";
  static final String FIRST_EVENT = "first-event";
  static final String LAST_EVENT = "last-event";
  static final String REJECTED = "rejected.";
  static final String SKIPPED = "skipped.";
  static final String DROPPED = "dropped.";
  static final String ALERTS = "alerts.";
  static final String RESOLVED = "resolved";

  private Counts() {}
}
