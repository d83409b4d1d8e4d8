package io.banwatch.cli;

import io.banwatch.alert.Alert;
import io.banwatch.flow.ReplayListener;
import io.banwatch.flow.ReplaySettings;
import io.banwatch.flow.ReplaySummary;
import io.banwatch.log.UsageLogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** One replay from checked settings to {@code summary.json}, with its progress shown. */
final class ReplayRun {
  private final Replay replay;
  private final Terminal terminal;

  ReplayRun(Replay replay, Terminal terminal) {
    this.replay = replay;
    this.terminal = terminal;
  }

  /**
   * Replays.
   *
   * @param alerts receives each alert line as it is found
   * @throws CommandException when a log turns out not to be readable, the job fails, or a file
   *     cannot be written
   */
  ReplaySummary run(ReplaySettings settings, Consumer<Alert> alerts) {
    ReplayFiles files = new ReplayFiles(settings.out());
    Interruption interruption =
        Interruption.says(
            terminal,
            () ->
                "interrupted: "
                    + files.foundUntilNow()
                    + ". A replay starts from the beginning: run the same command again.");
    try {
      // What an earlier replay found must not be taken for what this one does.
      for (Path earlier : files.present()) {
        Files.delete(earlier);
      }
      ReplaySummary summary = replay.run(settings, listener(alerts));
      terminal.clearProgress();
      SummaryJson.write(summary, files.summary());
      return summary;
    } catch (UsageLogException e) {
      throw CommandException.wrongUsage(e.getMessage());
    } catch (IOException e) {
      throw CommandException.failed(
          "cannot write to " + settings.out() + ": " + e.getMessage() + ". Is the disk full?", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandException.failed("interrupted", e);
    } catch (Exception e) {
      throw CommandException.failed(
          Failure.of(e) + " What was found until then stands in " + settings.out() + ".", e);
    } finally {
      interruption.end();
    }
  }

  private ReplayListener listener(Consumer<Alert> alerts) {
    Progress progress = new Progress(terminal, System::nanoTime);
    return new ReplayListener() {
      @Override
      public void alert(Alert line) {
        alerts.accept(line);
      }

      @Override
      public void progress(long bytesRead, long bytesTotal, long records) {
        progress.update(bytesRead, bytesTotal, records);
      }
    };
  }
}
