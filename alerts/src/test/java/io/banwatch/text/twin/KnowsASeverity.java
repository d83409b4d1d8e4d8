package io.banwatch.text.twin;

import io.banwatch.alert.Severity;

/** Breaks the rule of this package, so that a test can see it fail. */
interface KnowsASeverity {
  Severity severity();
}
