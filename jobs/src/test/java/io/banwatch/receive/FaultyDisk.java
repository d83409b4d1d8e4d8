package io.banwatch.receive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** Real files on a disk that fails when it is told. */
final class FaultyDisk implements SegmentFiles {
  /** Bytes that can still be written. */
  final AtomicLong room = new AtomicLong(Long.MAX_VALUE);

  volatile boolean truncates = true;
  volatile boolean forces = true;

  /** Before each file is opened. */
  volatile Runnable opening = () -> {};

  @Override
  public SegmentFile open(Path file) throws IOException {
    opening.run();
    return new FaultyFile(ChannelFile.open(file));
  }

  private final class FaultyFile implements SegmentFile {
    private final SegmentFile file;

    FaultyFile(SegmentFile file) {
      this.file = file;
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
      int fits = (int) Math.min(room.get(), bytes.remaining());
      room.addAndGet(-fits);
      boolean full = fits < bytes.remaining();
      file.write(bytes.limit(bytes.position() + fits));
      if (full) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public void force() throws IOException {
      if (!forces) {
        throw new IOException("Input/output error");
      }
      file.force();
    }

    @Override
    public void truncate(long size) throws IOException {
      if (!truncates) {
        throw new IOException("Input/output error");
      }
      file.truncate(size);
    }

    @Override
    public boolean isInPlace() {
      return file.isInPlace();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
