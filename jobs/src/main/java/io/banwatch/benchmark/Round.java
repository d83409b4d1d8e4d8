package io.banwatch.benchmark;

import io.banwatch.flow.ReplaySummary;
import java.util.Locale;

/**
 * What one round measured, over the same log.
 *
 * @param number from 1; the first is cold
 * @param log what was read
 * @param tokenising the threads that only tokenise
 * @param job the whole job, its start-up included
 * @param startUp the job over one record: what it takes to start and end
 * @param summary what the job said
 */
record Round(
    int number, BenchmarkLog log, Cost tokenising, Cost job, Cost startUp, ReplaySummary summary) {
  private static final double MEGA = 1e6;

  static final String HEAD =
      """
             tokenising alone            the detect job                                job / tokenising
      round  records/s   MB/s  CPU s     records/s   MB/s  CPU s  start s  with start  rate   CPU""";

  /** The line under {@link #HEAD}. */
  String line() {
    Cost work = work();
    return String.format(
        Locale.ROOT,
        "%-6s %,9.0f  %5.0f  %5.1f     %,9.0f  %5.0f  %5.1f  %7.1f  %,10.0f  %4.2f  %4.2f",
        number == 1 ? "1 cold" : String.valueOf(number),
        log.records() / tokenising.seconds(),
        log.bytes() / MEGA / tokenising.seconds(),
        tokenising.cpuSeconds(),
        log.records() / work.seconds(),
        log.bytes() / MEGA / work.seconds(),
        work.cpuSeconds(),
        startUp.seconds(),
        log.records() / job.seconds(),
        ratio(),
        cpuRatio());
  }

  /**
   * What the metric log costs.
   *
   * @param measuring the same job with the metric log
   */
  String besides(Cost measuring) {
    Cost with = measuring.without(startUp);
    Cost without = work();
    return String.format(
        Locale.ROOT,
        "       with the metric log %,9.0f records/s: %.2f of the speed without it, %.2f by processor"
            + " time",
        log.records() / with.seconds(),
        without.seconds() / with.seconds(),
        without.cpuSeconds() / with.cpuSeconds());
  }

  /** How fast the job is as a share of tokenising, start-up left out. */
  double ratio() {
    return tokenising.seconds() / work().seconds();
  }

  /** The same by processor time, which other processes of the machine disturb less. */
  double cpuRatio() {
    return tokenising.cpuSeconds() / work().cpuSeconds();
  }

  private Cost work() {
    return job.without(startUp);
  }
}
