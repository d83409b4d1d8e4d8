package io.banwatch.cli;

import io.banwatch.flow.JobOptions;
import io.banwatch.store.BoundedStore;
import io.banwatch.store.InfluxAddress;
import io.banwatch.store.StoreProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.configuration.Configuration;

/** Stores what a replay has written, and waits until all of it is. */
final class StoringRun {
  private final Terminal terminal;
  private final Clock clock;
  private final Path out;
  private final InfluxAddress address;
  private final OutageNews news;
  private final AtomicLong settled = new AtomicLong();
  private final long all;

  /**
   * @param out what the replay wrote
   */
  StoringRun(Terminal terminal, Clock clock, Path out, InfluxAddress address) {
    this.terminal = terminal;
    this.clock = clock;
    this.out = out;
    this.address = address;
    this.news = new OutageNews(terminal, clock, "");
    this.all = lines(out);
  }

  /**
   * Stores.
   *
   * @throws CommandException when InfluxDB takes no points of this kind
   */
  void run() {
    Interruption interruption =
        Interruption.says(terminal, () -> "interrupted: " + unfinished() + " " + later());
    try {
      StoreProgress stored =
          BoundedStore.run(
              out,
              address,
              JobOptions.added(new Configuration()),
              words -> terminal.message("store: " + words),
              this::show);
      terminal.clearProgress();
      news.well("");
      terminal.message(
          "stored " + Amount.count(stored.stored(), "point") + " in " + address + rejected(stored));
      RefusedText.of(stored.refused(), address).forEach(terminal::message);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandException.failed("interrupted", e);
    } catch (Exception e) {
      terminal.clearProgress();
      throw CommandException.failed(
          unfinished() + " " + ended(Failure.wordsOf(e)) + " " + later(), e);
    } finally {
      interruption.end();
    }
  }

  private static String rejected(StoreProgress progress) {
    return progress.rejected() == 0
        ? ""
        : "; " + Amount.count(progress.rejected()) + " were not taken";
  }

  private void show(StoreProgress progress) {
    settled.set(progress.stored() + progress.rejected());
    String line =
        "storing  " + Amount.count(progress.stored()) + " of " + Amount.count(all, "point");
    StoreProgress.Trouble trouble = progress.trouble(clock.millis());
    if (trouble == null) {
      if (progress.isProven()) {
        news.well(Amount.count(left(), "point"));
      }
      terminal.progress(line);
      return;
    }
    news.troubled(trouble, Amount.count(left()) + " wait in " + out);
    Duration lasted = Duration.ofMillis(Math.max(0, clock.millis() - trouble.sinceMillis()));
    terminal.progress(line + "  waits for " + Amount.time(lasted) + ": " + trouble.words());
  }

  private long left() {
    return Math.max(0, all - settled.get());
  }

  private String unfinished() {
    return "not every point is stored, "
        + Amount.count(left())
        + " of "
        + Amount.count(all)
        + " are not.";
  }

  private static String ended(String words) {
    return words.endsWith(".") || words.endsWith("?") ? words : words + ".";
  }

  private String later() {
    return "What the replay found stands in "
        + out
        + ". To store it later: banwatch store --from "
        + out
        + " --influx "
        + address
        + ", which begins anew and stores nothing twice.";
  }

  /** Each is a point; a log that cannot be read is the job's to tell. */
  private static long lines(Path out) {
    try {
      return LineCount.of(out.resolve("metrics.jsonl")) + LineCount.of(out.resolve("alerts.jsonl"));
    } catch (IOException e) {
      return 0;
    }
  }
}
