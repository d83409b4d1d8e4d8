package io.banwatch.service;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What storing keeps in the directory of a service, owned by one process at a time: the service
 * itself, where it stores, or one that only stores.
 */
final class StoreDirectory implements Closeable {
  private final Path directory;
  private final OwnedFile lock;

  private StoreDirectory(Path directory, OwnedFile lock) {
    this.directory = directory;
    this.lock = lock;
  }

  /**
   * Makes it this process's own.
   *
   * @param directory the service's; exists
   * @throws ServiceException when another process owns it, or it cannot be written
   */
  static StoreDirectory own(Path directory) throws ServiceException {
    OwnedFile lock;
    try {
      lock = OwnedFile.own(directory.resolve("store-lock"));
    } catch (IOException e) {
      throw new ServiceException(
          directory + " cannot be written, and storing keeps its state there: " + e.getMessage(),
          e);
    }
    if (lock == null) {
      throw new ServiceException(
          "another banwatch stores the points of "
              + directory
              + " already: `banwatch run --influx`, or `banwatch store`. Stop it first.");
    }
    return new StoreDirectory(directory, lock);
  }

  /** Where the logs are. */
  Path path() {
    return directory;
  }

  /** Where the state of storing is kept. */
  Path checkpoints() {
    return directory.resolve("store-checkpoints");
  }

  /** Gives it up. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      // The operating system gives it up with the process.
      return;
    }
  }
}
