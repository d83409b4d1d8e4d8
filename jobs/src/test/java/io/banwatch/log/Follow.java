package io.banwatch.log;

import java.io.Closeable;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Follows a log without Flink, with a clock of its own, for tests. */
final class Follow implements Closeable {
  static final FollowPace PACE = new FollowPace(100, 2_000, 1_000, 3_600_000);

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int BATCH = 7;

  private final AtomicLong clock;
  private final FollowedTable table = new FollowedTable();
  private final LogSplitState state;
  private final LogFollower follower;
  private final List<String> names = new ArrayList<>();
  final LogNotices notices = new LogNotices();
  final ReadProgress progress = new ReadProgress();

  Follow(Path... logs) {
    this(ReadLog.SMALL_BLOCKS, LogSplit.following(), Follow::open, logs);
  }

  private static FileChannel open(Path path) throws java.io.IOException {
    return FileChannel.open(path, StandardOpenOption.READ);
  }

  Follow(LogSettings settings, LogSplit restored, LogBytes.Opening opening, Path... logs) {
    clock = new AtomicLong(1_000_000);
    LogBytes bytes = new LogBytes(StandardInput.ofProcess(), progress::read, opening);
    List<LogWatch> watches = Stream.of(logs).map(each -> LogWatch.of(each.toString())).toList();
    TailMaker maker = new TailMaker(settings, LineDecoder::new, bytes, progress);
    follower = new LogFollower(PACE, watches, maker, notices, progress, table, clock::get);
    follower.restore(restored);
    state = new LogSplitState(restored, table);
  }

  /** Goes on after a kill with what a checkpoint holds. */
  static Follow restored(LogSplit snapshot, Path... logs) {
    return new Follow(ReadLog.SMALL_BLOCKS, snapshot, Follow::open, logs);
  }

  /** Lets time pass and looks once; returns what was read. */
  List<String> poll(long millis) {
    clock.addAndGet(millis);
    int before = names.size();
    Run run = follower.next(BATCH);
    while (run != null) {
      take(run, run.size());
      run = follower.next(BATCH);
    }
    return List.copyOf(names.subList(before, names.size()));
  }

  List<String> poll() {
    return poll(PACE.pollMillis());
  }

  /** Takes one run only, of so many records at most. */
  void take(int most) {
    clock.addAndGet(PACE.pollMillis());
    Run run = follower.next(most);
    if (run != null) {
      take(run, run.size());
    }
  }

  private void take(Run run, int records) {
    if (run.ended()) {
      state.end(run.file());
      return;
    }
    DecodedBlock block = run.block();
    for (int i = run.from(); i < run.from() + records; i++) {
      names.add(LineDecoder.name(block.get(i)));
      state.moveTo(run.file(), block.nextOffset(i), block.nextIndex(i), block.emitted(i));
    }
  }

  /** Polls until so many records were read in all; what was read by then. */
  List<String> await(int records) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (names.size() < records && Instant.now().isBefore(deadline)) {
      poll();
      Thread.onSpinWait();
    }
    return List.copyOf(names);
  }

  /** All that was read. */
  List<String> names() {
    return List.copyOf(names);
  }

  long compared() {
    return follower.compared();
  }

  LogSplit snapshot() {
    return state.toSplit();
  }

  @Override
  public void close() {
    follower.close();
  }
}
