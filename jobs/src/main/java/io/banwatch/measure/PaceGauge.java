package io.banwatch.measure;

import io.banwatch.policy.Settings;

/** Reads the pace of the key that is measured, as it stands after its last judged request. */
@FunctionalInterface
public interface PaceGauge {
  /**
   * The pace now.
   *
   * @param slice the number of the slice that the request was in
   * @param settings what holds for the key
   */
  PaceReading read(long slice, Settings settings);
}
