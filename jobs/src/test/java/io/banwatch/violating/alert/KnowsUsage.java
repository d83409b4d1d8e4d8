package io.banwatch.violating.alert;

import io.banwatch.violating.usage.LogsItself;

/** Breaks the rule that alerts know nobody. */
public interface KnowsUsage {
  LogsItself usage();
}
