package io.banwatch.cli;

import io.banwatch.log.ReadProgress;
import io.banwatch.service.ServiceStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How a service does: a line that is renewed on a terminal, and a message when it fails. */
final class StatusLine {
  private final Terminal terminal;
  private final Clock clock;
  private final FailureNews news;
  private long recordsBefore;
  private long lookedMillis;

  StatusLine(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
    this.news = new FailureNews(terminal, "the job");
    this.lookedMillis = clock.millis();
  }

  /**
   * Shows the status of this moment.
   *
   * @param more what is said of other jobs
   */
  void show(ServiceStatus status, ReadProgress progress, List<String> more) {
    news.tell(status);
    long now = clock.millis();
    long records = progress.records();
    double seconds = Math.max(1, now - lookedMillis) / 1e3;
    List<String> parts = new ArrayList<>();
    parts.add(status.running() ? "following" : "starting");
    parts.add(Amount.count((long) (Math.max(0, records - recordsBefore) / seconds)) + " records/s");
    if (progress.behindBytes() > 0) {
      parts.add(Amount.bytes(progress.behindBytes()) + " behind");
    }
    parts.add(
        status.checkpointMillis() == 0
            ? "no checkpoint yet"
            : "checkpoint "
                + Amount.time(Duration.ofMillis(Math.max(0, now - status.checkpointMillis())))
                + " ago, "
                + Amount.bytes(status.checkpointBytes()));
    parts.addAll(more);
    terminal.progress(String.join("  ", parts));
    recordsBefore = records;
    lookedMillis = now;
  }
}
