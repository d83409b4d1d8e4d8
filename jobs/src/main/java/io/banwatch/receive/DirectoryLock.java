package io.banwatch.receive;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/** Keeps a second process from writing to the same log. The system lets go when a process dies. */
final class DirectoryLock implements Closeable {
  private static final String NAME = ".banwatch.lock";
  private static final int LONGEST_ID = 20;

  private final Path file;
  private final FileChannel channel;
  private final Object identity;

  private DirectoryLock(Path file, FileChannel channel, Object identity) {
    this.file = file;
    this.channel = channel;
    this.identity = identity;
  }

  /**
   * Locks a directory.
   *
   * @throws LockedLogException when another process, or another log of this one, holds it
   */
  static DirectoryLock of(Path directory) throws IOException {
    Path file = directory.resolve(NAME);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      FileLock lock = lock(channel);
      if (lock == null) {
        throw new LockedLogException(directory, holder(channel));
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(String.valueOf(ProcessHandle.current().pid()).getBytes(US_ASCII)));
      return new DirectoryLock(file, channel, identity(file));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Whether the lock's file was neither removed nor replaced. */
  boolean isInPlace() {
    try {
      return Objects.equals(identity, identity(file));
    } catch (IOException e) {
      return false;
    }
  }

  private static Object identity(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  private static FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer id = ByteBuffer.allocate(LONGEST_ID);
    int length = channel.read(id, 0);
    String digits = length < 1 ? "" : new String(id.array(), 0, length, US_ASCII);
    return digits.matches("\\d+") ? digits : null;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
