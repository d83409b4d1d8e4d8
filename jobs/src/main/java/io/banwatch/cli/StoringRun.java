package io.banwatch.cli;

import io.banwatch.flow.JobOptions;
import io.banwatch.store.BoundedStore;
import io.banwatch.store.InfluxAddress;
import io.banwatch.store.StoreProgress;
import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;

/** Stores what a replay has written, and waits until all of it is. */
final class StoringRun {
  private final Terminal terminal;

  StoringRun(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Stores.
   *
   * @param out what the replay wrote
   * @throws CommandException when InfluxDB takes no points of this kind
   */
  void run(Path out, InfluxAddress address) {
    Interruption interruption =
        Interruption.says(
            terminal,
            () ->
                "interrupted: not every point is stored. The same again takes its own place: run"
                    + " the same command again.");
    try {
      StoreProgress stored =
          BoundedStore.run(
              out, address, JobOptions.added(new Configuration()), terminal::message, this::show);
      terminal.clearProgress();
      terminal.message(
          "stored "
              + Amount.count(stored.stored(), "point")
              + " in "
              + address
              + (stored.rejected() == 0
                  ? ""
                  : "; " + Amount.count(stored.rejected()) + " were refused"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandException.failed("interrupted", e);
    } catch (Exception e) {
      terminal.clearProgress();
      throw CommandException.failed(
          "not every point is stored. "
              + Failure.wordsOf(e)
              + " What the replay found stands in "
              + out
              + ".",
          e);
    } finally {
      interruption.end();
    }
  }

  private void show(StoreProgress progress) {
    String line = "storing  " + Amount.count(progress.stored(), "point");
    StoreProgress.Trouble trouble = progress.trouble();
    terminal.progress(trouble == null ? line : line + "  waiting: " + trouble.words());
  }
}
