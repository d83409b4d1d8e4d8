package io.banwatch.cli;

import io.banwatch.service.StoreStatus;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells that there is no metric log yet, that it came, and once that all of it is stored. */
final class MetricLogWait {
  private final Terminal terminal;
  private final Path directory;
  private boolean waits;
  private boolean isCaughtUp;

  /** Looks for the first time. */
  MetricLogWait(Terminal terminal, Path directory) {
    this.terminal = terminal;
    this.directory = directory;
    if (!isThere()) {
      waits = true;
      terminal.message(
          "store: "
              + directory
              + " holds no metrics.jsonl; waiting for it. `banwatch run --metric-log --out "
              + directory
              + "` writes it, and `banwatch replay --metric-log`");
    }
  }

  /** Looks again. */
  void look(StoreStatus status) {
    if (waits && isThere()) {
      waits = false;
      terminal.message("store: metrics.jsonl is there");
    }
    boolean isAllStored =
        status.proven() && status.stored() > 0 && status.waiting() + status.unreadBytes() == 0;
    if (!isCaughtUp && isAllStored) {
      isCaughtUp = true;
      terminal.message(
          "store: all that stands there is stored ("
              + Amount.count(status.stored(), "point")
              + "); following");
    }
  }

  private boolean isThere() {
    try (DirectoryStream<Path> logs =
        Files.newDirectoryStream(directory, "metrics{.jsonl,-*.jsonl,-*.jsonl.gz}")) {
      return logs.iterator().hasNext();
    } catch (IOException e) {
      // Whatever keeps it from being read is the job's to tell.
      return true;
    }
  }
}
