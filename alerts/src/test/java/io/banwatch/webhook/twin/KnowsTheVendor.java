package io.banwatch.webhook.twin;

import io.banwatch.vendor.Answer;

/** Breaks the rules of this package, so that a test can see them fail. */
interface KnowsTheVendor {
  Answer answer();
}
