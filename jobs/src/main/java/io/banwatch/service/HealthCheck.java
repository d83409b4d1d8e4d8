package io.banwatch.service;

import io.banwatch.log.ReadProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides whether a service is well: its job runs, what is in the log is read, and its state is
 * saved. Asked again and again, because it must see whether anything moves.
 */
public final class HealthCheck {
  private static final Duration STANDS_STILL = Duration.ofSeconds(60);
  private static final Duration LEAST_PATIENCE = Duration.ofSeconds(60);
  private static final int MISSED_CHECKPOINTS = 6;

  private final long patienceMillis;
  private long records = -1;
  private long movedMillis;

  /**
   * @param checkpointInterval how often state shall be saved
   */
  public HealthCheck(Duration checkpointInterval) {
    Duration missed = checkpointInterval.multipliedBy(MISSED_CHECKPOINTS);
    patienceMillis = (missed.compareTo(LEAST_PATIENCE) > 0 ? missed : LEAST_PATIENCE).toMillis();
  }

  /**
   * What is wrong, a sentence each; empty when all is well.
   *
   * @param now wall clock, epoch milliseconds
   */
  public synchronized List<String> problems(ServiceStatus status, ReadProgress progress, long now) {
    List<String> problems = new ArrayList<>();
    if (!status.running()) {
      problems.add(
          "the job does not run"
              + (status.failure() == null ? "; it starts" : ": " + status.failure()));
    }
    long saved = Math.max(status.checkpointMillis(), status.startedMillis());
    if (now - saved > patienceMillis) {
      problems.add("no checkpoint for " + (now - saved) / 1_000 + " s; is the disk full or slow?");
    }
    if (progress.records() != records || progress.behindBytes() == 0 || movedMillis == 0) {
      records = progress.records();
      movedMillis = now;
    }
    if (now - movedMillis > STANDS_STILL.toMillis()) {
      problems.add(
          progress.behindBytes()
              + " bytes of the log wait, and nothing was read for "
              + (now - movedMillis) / 1_000
              + " s; may its files be read?");
    }
    return problems;
  }
}
