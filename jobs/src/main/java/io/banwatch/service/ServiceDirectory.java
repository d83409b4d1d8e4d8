package io.banwatch.service;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The directory that a service writes to, owned by one process at a time. See {@link OwnedFile}.
 */
public final class ServiceDirectory implements Closeable {
  private final Path directory;
  private final OwnedFile lock;

  private ServiceDirectory(Path directory, OwnedFile lock) {
    this.directory = directory;
    this.lock = lock;
  }

  /**
   * Makes the directory this process's own, creating it if there is none.
   *
   * @throws ServiceException when another process owns it, or it cannot be written
   */
  public static ServiceDirectory own(Path directory) throws ServiceException {
    OwnedFile lock;
    try {
      Files.createDirectories(directory);
      lock = OwnedFile.own(directory.resolve("lock"));
    } catch (IOException e) {
      throw new ServiceException(
          "--out " + directory + " cannot be written: " + reason(e) + ". Name another.", e);
    }
    if (lock == null) {
      throw new ServiceException(
          "another banwatch runs with --out "
              + directory
              + ". Stop it first, or name another directory.");
    }
    return new ServiceDirectory(directory, lock);
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
    return NotifyDirectory.checkpoints(directory);
  }

  /** What says which version wrote the state. */
  public Path state() {
    return directory.resolve("state.json");
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
