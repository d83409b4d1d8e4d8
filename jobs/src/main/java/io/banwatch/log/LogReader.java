package io.banwatch.log;

import java.io.Closeable;

/** Reads a log: bytes, frames, decodes and merges files into one order. Used by one thread. */
final class LogReader implements Closeable {
  private final LogSettings settings;
  private final ReadProgress progress;
  private final LogBytes bytes;
  private final ReadAhead ahead;
  private final DecodingPool pool;
  private final LogMerge merge;

  /**
   * @param settings how to read
   * @param decoders one is made for each decoding thread
   * @param bytes opens the files
   * @param progress is told what was read, uncompressed, and which files ended
   */
  LogReader(LogSettings settings, DecoderFactory decoders, LogBytes bytes, ReadProgress progress) {
    this.settings = settings;
    this.bytes = bytes;
    this.progress = progress;
    progress.restart();
    ahead = new ReadAhead(settings);
    pool = new DecodingPool(settings.readers(), decoders);
    merge = new LogMerge(2 * settings.readers());
  }

  /** Takes in a file, from a position on. */
  void add(LogFile file, ReadPosition position) {
    BlockReader reader = new BlockReader(file, position, settings.longestValue(), bytes, progress);
    FileRecords records = new FileRecords(file, position, reader, ahead, pool);
    if (position.equals(ReadPosition.START)) {
      merge.add(records);
    } else {
      merge.addBegun(records);
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
      progress.finishedFile();
    }
    return run;
  }

  @Override
  public void close() {
    pool.close();
    merge.close();
  }
}
