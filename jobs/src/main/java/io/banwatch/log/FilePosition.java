package io.banwatch.log;

/**
 * A file of the log and where reading it goes on.
 *
 * @param file the file
 * @param position where its next value is sought
 */
public record FilePosition(LogFile file, ReadPosition position) {
  /** A file from its beginning. */
  static FilePosition ofWhole(LogFile file) {
    return new FilePosition(file, ReadPosition.START);
  }
}
