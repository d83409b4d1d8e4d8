package io.banwatch.violating.detect;

import org.junit.jupiter.api.Test;

/** Breaks the rule that tests have the names by which they are found. */
public class ForgottenProperties {
  @Test
  void nobodyRunsThis() {}
}
