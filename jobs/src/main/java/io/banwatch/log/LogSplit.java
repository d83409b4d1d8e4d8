package io.banwatch.log;

import org.apache.flink.api.connector.source.SourceSplit;

/**
 * One file of the log and where reading it goes on.
 *
 * @param file the file, whose name is the split's id
 * @param position where the next value is sought
 */
public record LogSplit(LogFile file, ReadPosition position) implements SourceSplit {
  /** A file from its beginning. */
  static LogSplit ofWhole(LogFile file) {
    return new LogSplit(file, ReadPosition.START);
  }

  @Override
  public String splitId() {
    return file.source();
  }

  /** Short: Flink logs splits by the list. */
  @Override
  public String toString() {
    return file.source() + "@" + position.offset();
  }
}
