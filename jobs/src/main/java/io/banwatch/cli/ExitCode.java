package io.banwatch.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a command ends with; scripts rely on these. */
final class ExitCode {
  /** Done. */
  static final int DONE = 0;

  /** Failed while working. */
  static final int FAILED = 1;

  /** Usage or configuration is wrong, and nothing was started. */
  static final int WRONG_USAGE = 2;

  /** All of them, as the help tells them; the Java machine itself gives 130. */
  static final Map<String, String> MEANINGS = meanings();

  private ExitCode() {}

  private static Map<String, String> meanings() {
    Map<String, String> meanings = new LinkedHashMap<>();
    meanings.put("0", "done");
    meanings.put("1", "failed while working");
    meanings.put("2", "usage or configuration is wrong; nothing was started");
    meanings.put("130", "interrupted");
    return Collections.unmodifiableMap(meanings);
  }
}
