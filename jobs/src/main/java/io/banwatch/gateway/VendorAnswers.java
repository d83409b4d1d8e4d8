package io.banwatch.gateway;

import io.banwatch.vendor.Answer;
import io.banwatch.vendor.Outcome;

/** Says what a vendor's answer means. Never throws. Each decoder has its own. */
@FunctionalInterface
public interface VendorAnswers {
  /**
   * Classifies one answer.
   *
   * @param vendor the vendor's id, or {@code unknown}
   * @param outcome how the request ended; its texts are not kept
   */
  Answer classify(String vendor, Outcome outcome);
}
