package io.banwatch.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsChange;

/**
 * Hands on the records of a log that is followed, and before that those of a history to learn from.
 * Runs in Flink's fetcher thread. While nothing is at hand a fetch takes one poll.
 */
final class FollowSplitReader implements SplitReader<LogBatch, LogSplit> {
  private static final int BATCH_RECORDS = 512;

  private final LogFollower follower;
  private final Function<Consumer<FollowedFile>, LogSplitReader> histories;
  private final ReadProgress progress;
  private final long pollMillis;
  private final List<LogBatch.SplitRun> heldEnds = new ArrayList<>();
  private final Object alarm = new Object();
  private LogSplitReader history;
  private String following;
  private boolean woken;

  /**
   * @param histories makes a reader for the history, which tells of each file how far it was read
   * @param pollMillis how long a fetch waits while nothing is at hand
   */
  FollowSplitReader(
      LogFollower follower,
      Function<Consumer<FollowedFile>, LogSplitReader> histories,
      ReadProgress progress,
      long pollMillis) {
    this.follower = follower;
    this.histories = histories;
    this.progress = progress;
    this.pollMillis = pollMillis;
  }

  @Override
  public RecordsWithSplitIds<LogBatch> fetch() throws IOException {
    if (history != null) {
      return fetchHistory();
    }
    List<LogBatch.SplitRun> runs = new ArrayList<>(heldEnds);
    heldEnds.clear();
    int records = 0;
    boolean empty = true;
    while (following != null && records < BATCH_RECORDS && (empty || follower.isReady())) {
      Run run = follower.next(BATCH_RECORDS - records);
      if (run == null) {
        break;
      }
      runs.add(new LogBatch.SplitRun(following, run));
      records += run.size();
      empty = records == 0;
    }
    if (records == 0) {
      if (following != null) {
        progress.nothingAtHand();
      }
      await();
    } else {
      progress.followedRecords(records);
    }
    LogBatch.holdEnds(runs, heldEnds);
    return new LogBatch(runs, Set.of(), false);
  }

  private RecordsWithSplitIds<LogBatch> fetchHistory() throws IOException {
    RecordsWithSplitIds<LogBatch> batch = history.fetch();
    if (!batch.finishedSplits().isEmpty()) {
      history.close();
      history = null;
    }
    return batch;
  }

  private void await() {
    synchronized (alarm) {
      long until = System.nanoTime() + pollMillis * 1_000_000;
      while (!woken) {
        long left = (until - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          return;
        }
        try {
          alarm.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
      woken = false;
    }
  }

  @Override
  public void handleSplitsChanges(SplitsChange<LogSplit> change) {
    for (LogSplit split : change.splits()) {
      if (split.isFollowing()) {
        following = split.splitId();
        follower.restore(split);
      } else if (!split.files().isEmpty()) {
        history = histories.apply(follower::adopt);
        history.add(split);
      }
    }
  }

  @Override
  public void wakeUp() {
    synchronized (alarm) {
      woken = true;
      alarm.notifyAll();
    }
  }

  @Override
  public void close() {
    if (history != null) {
      history.close();
    }
    follower.close();
  }
}
