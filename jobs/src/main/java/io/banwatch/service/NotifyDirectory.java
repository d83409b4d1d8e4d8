package io.banwatch.service;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What telling keeps in the directory of a service, owned by one process at a time: the service
 * itself, where it tells, or one that only tells.
 */
public final class NotifyDirectory implements Closeable {
  private final Path directory;
  private final OwnedFile lock;

  private NotifyDirectory(Path directory, OwnedFile lock) {
    this.directory = directory;
    this.lock = lock;
  }

  /**
   * Makes it this process's own.
   *
   * @param directory the service's; exists
   * @throws ServiceException when another process owns it, or it cannot be written
   */
  public static NotifyDirectory own(Path directory) throws ServiceException {
    OwnedFile lock;
    try {
      lock = OwnedFile.own(directory.resolve("notify-lock"));
    } catch (IOException e) {
      throw new ServiceException(
          directory + " cannot be written, and telling keeps its state there: " + e.getMessage(),
          e);
    }
    if (lock == null) {
      throw new ServiceException(
          "another banwatch tells the alerts of "
              + directory
              + " already: `banwatch run` whose policy names receivers, or `banwatch notify run`."
              + " Stop it first.");
    }
    return new NotifyDirectory(directory, lock);
  }

  /** Whether alerts of this directory were told before. */
  public static boolean isKept(Path directory) {
    return Files.isDirectory(checkpoints(directory));
  }

  /** Whether alerts of this directory were told before, and no process tells them now. */
  public static boolean isLeft(Path directory) {
    if (!isKept(directory)) {
      return false;
    }
    try (NotifyDirectory owned = own(directory)) {
      return owned != null;
    } catch (ServiceException | IOException e) {
      return false;
    }
  }

  /** Where the state of telling is kept. */
  static Path checkpoints(Path directory) {
    return directory.resolve("notify-checkpoints");
  }

  /** Where the state of telling is kept. */
  Path checkpoints() {
    return checkpoints(directory);
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
