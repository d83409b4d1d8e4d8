package io.banwatch.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The files of a history while they are read: how far each was read, and by what it will be
 * recognised when it is met again in the log that is followed. Used by one thread.
 */
final class HistoryFiles {
  private final LogBytes bytes;
  private final Consumer<FollowedFile> read;
  private final Map<Integer, Begun> begun = new HashMap<>();

  /** A file as it stood when reading it began. */
  private record Begun(LogFile file, BlockReader reader, Identity identity) {}

  /** What a name stood for at one moment. */
  private record Identity(String fileKey, long bytes, LogHead head) {}

  /**
   * @param read is told of each file that was read to the end of what stood there
   */
  HistoryFiles(LogBytes bytes, Consumer<FollowedFile> read) {
    this.bytes = bytes;
    this.read = read;
  }

  void begin(LogFile file, BlockReader reader) {
    begun.put(file.order(), new Begun(file, reader, identity(file)));
  }

  void end(int order) {
    Begun file = begun.remove(order);
    if (file == null || file.identity() == null) {
      return;
    }
    Identity before = file.identity();
    Identity after = identity(file.file());
    // What was renamed while it was read is known by how it looked at the beginning.
    boolean same = after != null && after.fileKey().equals(before.fileKey());
    Identity known = same ? after : before;
    ReadPosition position = file.reader().position();
    read.accept(
        new FollowedFile(
            file.file().order(),
            file.file().source(),
            known.fileKey(),
            known.bytes(),
            known.head().fingerprint(position.offset()),
            position,
            false));
  }

  /** Null when the file cannot be looked at; then reading it says what is wrong. */
  private Identity identity(LogFile file) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(Path.of(file.source()), BasicFileAttributes.class);
      Object key = attributes.fileKey();
      return new Identity(
          key == null ? "" : key.toString(),
          attributes.size(),
          LogHead.of(bytes, file.source(), Fingerprint.MOST));
    } catch (IOException e) {
      return null;
    }
  }
}
