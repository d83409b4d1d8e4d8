package io.banwatch.policy.twin;

import io.banwatch.vendor.Answer;
import io.banwatch.webhook.Notice;

/** Breaks the rules of this package, so that a test can see them fail. */
interface KnowsTheVendor {
  Answer answer();

  Notice notice();
}
