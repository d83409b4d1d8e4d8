package io.banwatch.log;

import io.banwatch.usage.LogRecord;
import java.io.Closeable;
import java.util.List;

/**
 * Reads a log that stands there now, record by record and without Flink, in the order in which a
 * replay reads it. Used by one thread.
 */
public final class UsageLogReader implements Closeable {
  private static final int RUN_RECORDS = 512;

  private final ReadProgress progress = new ReadProgress();
  private final LogReader reader;
  private final List<LogFile> files;
  private Run run;
  private int at;

  private UsageLogReader(
      List<LogFile> files,
      DecoderFactory decoders,
      LogSettings settings,
      StandardInput standardInput) {
    this.files = files;
    reader =
        new LogReader(settings, decoders, new LogBytes(standardInput, progress::read), progress);
    progress.found(files.size(), files.stream().mapToLong(LogFile::bytes).sum());
    reader.add(files.stream().map(FilePosition::ofWhole).toList());
  }

  /**
   * Opens the log at its beginning.
   *
   * @param logs files, directories, {@code -} for standard input
   * @param decoders one is made for each decoding thread
   * @param settings how to read
   * @param standardInput what {@code -} stands for
   * @throws UsageLogException when one is missing, cannot be read, or holds no log
   */
  public static UsageLogReader open(
      List<String> logs,
      DecoderFactory decoders,
      LogSettings settings,
      StandardInput standardInput) {
    FileDiscovery discovery = new FileDiscovery(logs, settings, decoders, standardInput);
    return new UsageLogReader(discovery.discover(), decoders, settings, standardInput);
  }

  /** The next record; null after the last. */
  public LogRecord next() {
    while (run == null || at == run.to()) {
      run = reader.next(RUN_RECORDS);
      if (run == null) {
        return null;
      }
      at = run.from();
    }
    return run.block().get(at++);
  }

  /** How far it has read. */
  public ReadProgress progress() {
    return progress;
  }

  /** The files that it reads. */
  public List<LogFile> files() {
    return files;
  }

  @Override
  public void close() {
    reader.close();
  }
}
