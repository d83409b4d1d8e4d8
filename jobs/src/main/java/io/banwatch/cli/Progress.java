package io.banwatch.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/** The progress line: how far, how fast, how long still. */
final class Progress {
  private static final double NANOS_PER_SECOND = 1e9;

  /** Before this share, starting up would be taken for reading. */
  private static final double FIRST_GUESS_AT = 0.03;

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
   * @param records 0 when unknown
   */
  void update(long bytesRead, long bytesTotal, long records) {
    double seconds = (nanoClock.getAsLong() - startedAt) / NANOS_PER_SECOND;
    double share = bytesTotal > 0 ? Math.min(1.0, (double) bytesRead / bytesTotal) : 0;
    List<String> parts = new ArrayList<>(List.of("replaying"));
    if (bytesTotal > 0) {
      parts.add(String.format(Locale.ROOT, "%3.0f %%", Math.floor(share * 100)));
    }
    if (records > 0) {
      parts.add(Amount.count(records, "record"));
    }
    if (seconds >= 1) {
      if (records > 0) {
        parts.add(Amount.count((long) (records / seconds)) + "/s");
      }
      if (bytesRead > 0) {
        parts.add(Amount.bytes((long) (bytesRead / seconds)) + "/s");
      }
    }
    if (seconds >= 1 && share >= FIRST_GUESS_AT) {
      double left = seconds * (1 - share) / share;
      parts.add(Amount.time(Duration.ofSeconds((long) left)) + " left");
    }
    terminal.progress(String.join("  ", parts));
  }
}
