package io.banwatch.service;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that one process at a time owns. The lock is the operating system's, so it goes with the
 * process, however that ends.
 */
final class OwnedFile implements Closeable {
  private final FileChannel channel;

  private OwnedFile(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Makes it this process's own, creating it if there is none.
   *
   * @return null when it is another's
   * @throws IOException when it cannot be written
   */
  static OwnedFile own(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return new OwnedFile(channel);
      }
    } catch (OverlappingFileLockException e) {
      // Another's, in this very process.
    }
    channel.close();
    return null;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
