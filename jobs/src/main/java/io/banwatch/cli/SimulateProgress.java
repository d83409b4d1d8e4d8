package io.banwatch.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help;

/** How far a simulation is: on a terminal a line that moves, and one line at the end anywhere. */
final class SimulateProgress {
  private static final long EVERY_NANOS = 500_000_000L;

  private final PrintWriter lines;
  private final boolean moving = Help.Ansi.AUTO.enabled();
  private final long began = System.nanoTime();
  private long shown = began;
  private long records;

  SimulateProgress(PrintWriter lines) {
    this.lines = lines;
  }

  void report(long now) {
    records = now;
    long nanos = System.nanoTime();
    if (moving && nanos - shown > EVERY_NANOS) {
      shown = nanos;
      lines.printf(Locale.ROOT, "\r%,d records, %,.0f a second", records, rate(nanos));
      lines.flush();
    }
  }

  void end(List<String> told) {
    if (moving) {
      lines.print("\r");
    }
    lines.printf(
        Locale.ROOT, "wrote %,d records, %,.0f a second%n", records, rate(System.nanoTime()));
    told.forEach(line -> lines.println("  " + line));
    lines.flush();
  }

  private double rate(long nanos) {
    return records * 1e9 / Math.max(1, nanos - began);
  }
}
