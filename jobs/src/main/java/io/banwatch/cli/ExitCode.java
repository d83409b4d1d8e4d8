package io.banwatch.cli;

/** What a command ends with; scripts rely on these. */
final class ExitCode {
  /** Done. */
  static final int DONE = 0;

  /** Failed while working. */
  static final int FAILED = 1;

  /** Usage or configuration is wrong, and nothing was started. */
  static final int WRONG_USAGE = 2;

  private ExitCode() {}
}
