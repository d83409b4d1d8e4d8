package io.banwatch.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** The progress line: how far, how fast, how long still. */
final class Progress {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Terminal terminal;
  private final LongSupplier nanoClock;
  private final long startedAt;

  /** Starts the clock. */
  Progress(Terminal terminal, LongSupplier nanoClock) {
    this.terminal = terminal;
    this.nanoClock = nanoClock;
    this.startedAt = nanoClock.getAsLong();
  }

  /**
   * Shows the line anew.
   *
   * @param bytesTotal 0 when unknown
   */
  void update(long bytesRead, long bytesTotal, long records) {
    double seconds = (nanoClock.getAsLong() - startedAt) / NANOS_PER_SECOND;
    StringBuilder line = new StringBuilder("replaying  ");
    if (bytesTotal > 0) {
      double share = Math.min(1.0, (double) bytesRead / bytesTotal);
      line.append(String.format(Locale.ROOT, "%3.0f %%  ", Math.floor(share * 100)));
    }
    line.append(Amount.count(records, "record"));
    if (seconds >= 1) {
      line.append("  ").append(Amount.count((long) (records / seconds))).append("/s");
      if (bytesTotal > 0 && bytesRead > 0) {
        double left = seconds * Math.max(0, bytesTotal - bytesRead) / bytesRead;
        line.append("  ").append(Amount.time(Duration.ofSeconds((long) left))).append(" left");
      }
    }
    terminal.progress(line.toString());
  }
}
