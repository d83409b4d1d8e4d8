package io.banwatch.simulate.record;

import io.banwatch.simulate.traffic.Failure;
import io.banwatch.simulate.traffic.Request;

/**
 * Texts in the place of prompts, completions and tracebacks, with a marker that tests look for in
 * whatever comes out. Short where the rest of a record is long, so that records keep true size.
 */
final class Placeholder {
  /** Stands in every prompt and completion. */
  static final String CANARY = "prompt-canary";

  private static final String LOREM =
      "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut"
          + " labore et dolore magna aliqua ut enim ad minim veniam quis nostrud exercitation"
          + " ullamco laboris nisi ut aliquip ex ea commodo consequat duis aute irure dolor in"
          + " reprehenderit in voluptate velit esse cillum dolore eu fugiat nulla pariatur excepteur"
          + " sint occaecat cupidatat non proident sunt in culpa qui officia deserunt mollit anim id"
          + " est laborum";

  private static final String SHORT = CANARY;
  private static final String MIDDLE = CANARY + " " + LOREM.substring(0, 160);
  private static final String LONG = CANARY + " " + LOREM;

  /** Stands in the place of a Python traceback. */
  static final String TRACEBACK =
      "  File \"/app/litellm/main.py\", line 1, in acompletion\n    " + CANARY + "\n";

  private Placeholder() {}

  static String prompt(Request request) {
    if (request.failure == null) {
      return request.stream ? MIDDLE : SHORT;
    }
    boolean unanswered =
        request.failure == Failure.UNKNOWN_MODEL || request.failure == Failure.TIMEOUT;
    return unanswered ? LONG : MIDDLE;
  }

  static String completion() {
    return SHORT;
  }
}
