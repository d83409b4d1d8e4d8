package io.banwatch.violating.usage;

import java.util.logging.Logger;

/** Breaks the rule that nobody logs through java.util.logging. */
public interface LogsItself {
  Logger logger();
}
