package io.banwatch.cli;

import io.banwatch.alert.PlainText;
import java.util.regex.Pattern;

/** Tells of an exception that nobody foresaw. */
final class Failure {
  private static final Pattern TRAILING_STOP = Pattern.compile("\\.$");
  private static final int LONGEST_MESSAGE = 300;

  private Failure() {}

  /** What failed and how to learn more. */
  static String of(Throwable thrown) {
    Throwable cause = rootOf(thrown);
    String message =
        cause.getMessage() == null
            ? ""
            : ": " + TRAILING_STOP.matcher(cause.getMessage()).replaceAll("");
    return "failed: "
        + cause.getClass().getSimpleName()
        + PlainText.of(message, LONGEST_MESSAGE)
        + ". Set BANWATCH_STACKTRACE=1 to see where it failed.";
  }

  /** The words of the innermost cause, where they are meant for a person. */
  static String wordsOf(Throwable thrown) {
    String message = rootOf(thrown).getMessage();
    return message == null ? of(thrown) : PlainText.of(message, 2 * LONGEST_MESSAGE);
  }

  private static Throwable rootOf(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }
}
