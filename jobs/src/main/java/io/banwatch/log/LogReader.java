package io.banwatch.log;

import java.io.Closeable;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a log: bytes, frames, decodes and merges files into one order. Files of one chain, see
 * {@link ChainPlace}, are read one after the other, as if they were one file. Used by one thread.
 */
final class LogReader implements Closeable {
  private static final Comparator<Placed> BY_PLACE =
      Comparator.comparing(Placed::place).thenComparingInt(each -> each.at().file().order());

  private final LogSettings settings;
  private final ReadProgress progress;
  private final LogBytes bytes;
  private final ReadAhead ahead;
  private final DecodingPool pool;
  private final LogMerge merge;
  private final HistoryFiles history;
  private final Map<Integer, FileRecords> open = new HashMap<>();
  private final Map<Integer, Deque<FilePosition>> followers = new HashMap<>();

  /**
   * @param settings how to read
   * @param decoders one is made for each decoding thread
   * @param bytes opens the files
   * @param progress is told what was read, uncompressed, and which files ended
   */
  LogReader(LogSettings settings, DecoderFactory decoders, LogBytes bytes, ReadProgress progress) {
    this(settings, decoders, bytes, progress, null);
  }

  /**
   * @param history is told of each file how far it was read, since more may be written to it; null
   *     when nothing is read after this log
   */
  LogReader(
      LogSettings settings,
      DecoderFactory decoders,
      LogBytes bytes,
      ReadProgress progress,
      HistoryFiles history) {
    this.settings = settings;
    this.history = history;
    this.bytes = bytes;
    this.progress = progress;
    progress.restart();
    ahead = new ReadAhead(settings);
    pool = new DecodingPool(settings.readers(), decoders);
    merge = new LogMerge(2 * settings.readers());
  }

  /** A file and its place in its chain. */
  private record Placed(FilePosition at, ChainPlace place) {
    static Placed of(FilePosition at) {
      LogFile file = at.file();
      return new Placed(
          at, file.stream() ? ChainPlace.alone(file.source()) : ChainPlace.of(file.source()));
    }
  }

  /** Takes in files that were found together, each from a position on. */
  void add(Collection<FilePosition> files) {
    Map<String, Deque<FilePosition>> chains = new LinkedHashMap<>();
    files.stream()
        .map(Placed::of)
        .sorted(BY_PLACE)
        .forEach(
            each ->
                chains
                    .computeIfAbsent(each.place().chain(), key -> new ArrayDeque<>())
                    .add(each.at()));
    for (Deque<FilePosition> chain : chains.values()) {
      FilePosition first = chain.remove();
      begin(first, !first.position().equals(ReadPosition.START), chain);
    }
  }

  private void begin(FilePosition each, boolean begun, Deque<FilePosition> after) {
    LogFile file = each.file();
    boolean growing = history != null && !file.stream();
    BlockReader reader =
        new BlockReader(file, each.position(), settings.longestValue(), bytes, progress, growing);
    if (growing) {
      history.begin(file, reader);
    }
    FileRecords records = new FileRecords(file, each.position(), reader, ahead, pool);
    open.put(file.order(), records);
    if (!after.isEmpty()) {
      followers.put(file.order(), after);
    }
    if (begun) {
      merge.addBegun(records);
    } else {
      merge.add(records);
    }
  }

  /** See {@link LogMerge#isReady()}. */
  boolean isReady() {
    return merge.isReady();
  }

  /** See {@link LogMerge#next(int)}. */
  Run next(int most) {
    Run run = merge.next(most);
    if (run == null) {
      return null;
    }
    progress.records(run.size());
    if (run.ended()) {
      end(run.file().order());
    }
    return run;
  }

  private void end(int order) {
    progress.finishedFile();
    if (history != null) {
      history.end(order);
    }
    open.remove(order).close();
    Deque<FilePosition> after = followers.remove(order);
    if (after != null) {
      begin(after.remove(), true, after);
    }
  }

  @Override
  public void close() {
    pool.close();
    List.copyOf(open.values()).forEach(FileRecords::close);
    open.clear();
  }
}
