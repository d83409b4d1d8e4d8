package io.banwatch.service;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The directory that a service writes to, owned by one process at a time. The lock is the operating
 * system's, so it goes with the process, however that ends.
 */
public final class ServiceDirectory implements Closeable {
  private final Path directory;
  private final FileChannel channel;

  private ServiceDirectory(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  /**
   * Makes the directory this process's own, creating it if there is none.
   *
   * @throws ServiceException when another process owns it, or it cannot be written
   */
  public static ServiceDirectory own(Path directory) throws ServiceException {
    FileChannel channel = null;
    try {
      Files.createDirectories(directory);
      channel =
          FileChannel.open(
              directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw taken(directory, channel);
      }
      return new ServiceDirectory(directory, channel);
    } catch (OverlappingFileLockException e) {
      throw taken(directory, channel);
    } catch (IOException e) {
      throw new ServiceException(
          "--out " + directory + " cannot be written: " + reason(e) + ". Name another.", e);
    }
  }

  /** Of these the Java library says no more than the name. */
  private static String reason(IOException e) {
    if (e instanceof FileAlreadyExistsException) {
      return "it is a file, and a directory is expected";
    }
    if (e instanceof AccessDeniedException) {
      return "this user may not write there";
    }
    if (e instanceof NoSuchFileException) {
      return "it cannot be created there";
    }
    return e.getMessage();
  }

  private static ServiceException taken(Path directory, FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // The other process is what matters.
    }
    return new ServiceException(
        "another banwatch runs with --out "
            + directory
            + ". Stop it first, or name another directory.");
  }

  /** The directory. */
  public Path path() {
    return directory;
  }

  /** Where the job's state is kept. */
  public Path checkpoints() {
    return directory.resolve("checkpoints");
  }

  /** Where the state of telling is kept. */
  public Path notifyCheckpoints() {
    return directory.resolve("notify-checkpoints");
  }

  /** What says which version wrote the state. */
  public Path state() {
    return directory.resolve("state.json");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
