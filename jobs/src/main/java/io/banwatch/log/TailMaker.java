package io.banwatch.log;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Makes what reads the files that are followed. Used by one thread. */
final class TailMaker implements Closeable {
  private final LogSettings settings;
  private final LogBytes bytes;
  private final ReadProgress progress;
  private final ReadAhead ahead;
  private final DecodingPool pool;
  private List<Integer> learned = new ArrayList<>();

  TailMaker(LogSettings settings, DecoderFactory decoders, LogBytes bytes, ReadProgress progress) {
    this.settings = settings;
    this.bytes = bytes;
    this.progress = progress;
    ahead = new ReadAhead(settings);
    pool = new DecodingPool(settings.readers(), decoders);
  }

  LogBytes bytes() {
    return bytes;
  }

  /** How many files are started before their turn. */
  int filesAhead() {
    return 2 * settings.readers();
  }

  Tail make(FollowedFile file, long now) {
    LogFile place =
        new LogFile(file.source(), false, file.number(), LogFile.UNKNOWN_TIME, file.bytes());
    TailReader reader =
        new TailReader(
            place,
            file.position(),
            settings.longestValue(),
            bytes,
            progress,
            new LearnedHead(file.fingerprint(), () -> learned.add(file.number())));
    return new Tail(
        file, reader, new FileRecords(place, file.position(), reader, ahead, pool), now);
  }

  /** The files whose fingerprints have become longer since this was asked last. */
  List<Integer> takeLearned() {
    if (learned.isEmpty()) {
      return List.of();
    }
    List<Integer> before = learned;
    learned = new ArrayList<>();
    return before;
  }

  /**
   * Whether a file can be read now. A compressed one can when it is whole, which is found out
   * beside the reading.
   */
  boolean isReadable(Tail tail) {
    if (!tail.needsArchive()) {
      return true;
    }
    Future<Boolean> whole = tail.whole();
    if (whole == null) {
      String source = tail.source();
      tail.whole(pool.submit(() -> LogHead.isWhole(bytes, source)));
      return false;
    }
    if (!whole.isDone()) {
      return false;
    }
    try {
      tail.answer(whole.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot look into " + tail.source(), e.getCause());
    }
    return !tail.needsArchive();
  }

  @Override
  public void close() {
    pool.close();
  }
}
