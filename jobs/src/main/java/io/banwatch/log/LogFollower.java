package io.banwatch.log;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Follows a log: looks for its files, reads what was written, and merges the chains by event time
 * as far as records are at hand; an idle file is not waited for. Used by one thread.
 */
final class LogFollower implements Closeable {
  private static final int REST_PER_LOOK = 20;
  private static final int HELD_CLOSED = 5;

  private final FollowPace pace;
  private final LogLook look;
  private final LogNotices notices;
  private final ReadProgress progress;
  private final FollowedTable table;
  private final LongSupplier clock;
  private final Tails tails;
  private final TailMaker maker;
  private final Recognition recognition;
  private final LogMerge merge;
  private boolean looked;
  private boolean lookAgain;
  private long nextLook;
  private long nextPoll;

  /**
   * @param maker makes the readers
   * @param clock milliseconds from any beginning, never going back
   */
  LogFollower(
      FollowPace pace,
      List<LogWatch> watches,
      TailMaker maker,
      LogNotices notices,
      ReadProgress progress,
      FollowedTable table,
      LongSupplier clock) {
    this.pace = pace;
    look = new LogLook(watches, notices);
    this.maker = maker;
    this.notices = notices;
    this.progress = progress;
    this.table = table;
    this.clock = clock;
    tails = new Tails(file -> maker.make(file, clock.getAsLong()));
    recognition = new Recognition(tails, maker.bytes(), notices, pace.settleMillis());
    merge = new LogMerge(maker.filesAhead());
    nextLook = clock.getAsLong();
  }

  /** Goes on where a checkpoint was taken, or begins. */
  void restore(LogSplit split) {
    split.followed().forEach(tails::restore);
    looked = split.begun();
  }

  /** Takes in a file of the history, which goes on after what was read if it is met again. */
  void adopt(FollowedFile file) {
    tails.adopt(file, table);
  }

  /** Whether {@link #next} answers without waiting for a block to be decoded. */
  boolean isReady() {
    return merge.isReady();
  }

  /**
   * The next records, all of one file, or the end of a file that another one follows.
   *
   * @return null when nothing is at hand
   */
  Run next(int most) {
    boolean lookedAgain = false;
    while (true) {
      if (lookAgain && lookedAgain) {
        // What is lost again at once waits for a poll: a fetch must end.
        lookAgain = false;
      }
      lookedAgain |= lookAgain;
      lookIfDue();
      Run run = merge.next(most);
      if (run == null) {
        publishIfLearned();
        return null;
      }
      if (!run.ended()) {
        publishIfLearned();
        return run;
      }
      Tail tail = tails.get(run.file().order());
      if (tail != null && rest(tail)) {
        return run;
      }
    }
  }

  private void publishIfLearned() {
    for (int number : maker.takeLearned()) {
      Tail tail = tails.get(number);
      if (tail != null) {
        table.learn(tail.toFile());
      }
    }
  }

  /** Nothing more is at hand of a file; returns whether it was read to its end. */
  private boolean rest(Tail tail) {
    boolean before = tail.isDrained();
    tail.records().rest();
    tail.reading(false);
    tail.judge();
    if (tail.reader().isLost()) {
      lookAgain = true;
    }
    tellFailure(tail);
    if (tail.isDrained()) {
      wake(tails.chains().getOrDefault(tail.place().chain(), List.of()));
    }
    return tail.isDrained() && !before;
  }

  private void tellFailure(Tail tail) {
    IOException failure = tail.reader().failure();
    if (failure != null && tail.noteFailure(clock.getAsLong())) {
      notices.tell(
          tail.source(), "cannot be read, and is tried again: " + BlockReader.cause(failure));
    }
  }

  private void lookIfDue() {
    long now = clock.getAsLong();
    if (lookAgain || now >= nextLook) {
      look();
      long end = clock.getAsLong();
      nextLook = end + Math.max(pace.pollMillis(), REST_PER_LOOK * (end - now));
      nextPoll = end + pace.pollMillis();
    } else if (now >= nextPoll) {
      nextPoll = now + pace.pollMillis();
      tails.chains().values().forEach(this::wake);
    }
  }

  /** See {@link Recognition#compared()}. */
  long compared() {
    return recognition.compared();
  }

  private void look() {
    lookAgain = false;
    if (!recognise()) {
      return;
    }
    boolean missing = tails.all().stream().anyMatch(tail -> tail.isMissingSince(clock.getAsLong()));
    if (missing && !recognise()) {
      // A name that changes while a directory is listed may not be listed at all.
      return;
    }
    if (!looked) {
      leaveHistory();
      looked = true;
    }
    long now = clock.getAsLong();
    tails.arrange(now, pace.settleMillis());
    for (Tail tail : List.copyOf(tails.all())) {
      tend(tail, now);
    }
    tails.chains().values().forEach(this::wake);
    table.publish(tails.toFiles());
    long behind = tails.all().stream().mapToLong(Tail::behind).sum();
    long open = tails.all().stream().filter(tail -> tail.reader().isOpen()).count();
    progress.following(tails.all().size(), behind, open);
  }

  /** Files of the history that are not in the log that is followed are of no more use. */
  private void leaveHistory() {
    for (Tail tail : List.copyOf(tails.all())) {
      if (!tail.isLocated()) {
        if (tail.hasRest()) {
          notices.tell(
              tail.source(), "ends in a value that is not whole, and which was not learned from");
        }
        tails.remove(tail);
      }
    }
  }

  private boolean recognise() {
    List<Sighting> sightings = look.look(tails, looked);
    if (sightings == null) {
      return false;
    }
    recognition.recognise(sightings, !looked, clock.getAsLong());
    return true;
  }

  /** Closes, gives up or forgets what has been still for long. */
  private void tend(Tail tail, long now) {
    long still = now - tail.changedMillis();
    boolean gone = !tail.isLocated();
    if (gone && !tail.isDrained() && !tail.reader().isOpen() && still > pace.settleMillis()) {
      if (!tail.isReading()) {
        tail.giveUp();
        notices.tell(tail.source(), "is gone before it was read to its end");
      }
    }
    if (tail.isDrained() && !tail.isReading() && still > HELD_CLOSED * pace.settleMillis()) {
      tail.records().close();
    }
    if (gone && tail.isDrained() && !tail.isReading() && still > pace.forgetMillis()) {
      tails.remove(tail);
    }
  }

  /** Has the first file of a chain read that may give records. */
  private void wake(List<Tail> chain) {
    long now = clock.getAsLong();
    for (Tail tail : chain) {
      if (tail.isDrained()) {
        continue;
      }
      if (!tail.isReading() && maker.isReadable(tail) && tail.takeUp(now, pace)) {
        tail.reading(true);
        merge.addBegun(tail.records());
      }
      if (tail.holdsChain(now, pace)) {
        return;
      }
    }
  }

  @Override
  public void close() {
    maker.close();
    tails.all().forEach(tail -> tail.records().close());
  }
}
