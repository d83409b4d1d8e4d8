package io.banwatch.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * A complete gzip file that goes on with what was followed. Its name may have become another file's
 * since it was seen: what is read counts only if it begins as expected, and if the name stood for
 * the same file before and after it was opened.
 */
final class Archive {
  private final LogFile file;
  private final BlockReader reader;
  private final LogBytes bytes;
  private final LearnedHead head;

  Archive(
      LogFile file,
      long offset,
      JsonFraming framing,
      LogBytes bytes,
      ReadProgress progress,
      LearnedHead head) {
    this.file = file;
    this.bytes = bytes;
    this.head = head;
    reader = new BlockReader(file, offset, framing, bytes, progress);
  }

  /**
   * The next values; see {@link BlockReader#next}.
   *
   * @throws NoSuchFileException when its name is not that file's any more
   * @throws IOException when it cannot be opened
   */
  FramedBlock next(byte[] buffer) throws IOException {
    if (reader.isOpen()) {
      return reader.next(buffer);
    }
    Object before = fileKey();
    Fingerprint expected = head.fingerprint();
    LogHead begins = LogHead.of(bytes, file.source(), Fingerprint.MOST);
    if (expected.isNone() || begins.match(expected) == Fingerprint.Match.SAME) {
      FramedBlock block = reader.next(buffer);
      if (Objects.equals(before, fileKey())) {
        return block;
      }
    }
    reader.close();
    throw new NoSuchFileException(file.source());
  }

  private Object fileKey() throws IOException {
    return Files.readAttributes(Path.of(file.source()), BasicFileAttributes.class).fileKey();
  }

  boolean ended() {
    return reader.ended();
  }

  boolean isOpen() {
    return reader.isOpen();
  }

  long remaining() {
    return reader.remaining();
  }

  /** Where the next value is sought. */
  long offset() {
    return reader.offset();
  }

  void release() {
    reader.release();
  }

  void close() {
    reader.close();
  }
}
