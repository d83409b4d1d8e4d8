package io.banwatch.log;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;

/** Opens a file's bytes at a position, uncompressed. */
final class LogBytes {
  private static final int MAGIC_BYTES = 2;

  private final StandardInput standardInput;
  private final LongConsumer read;
  private final Opening opening;

  /** How a file is opened. */
  @FunctionalInterface
  interface Opening {
    FileChannel open(Path path) throws IOException;
  }

  /**
   * @param standardInput what {@code -} stands for
   * @param read is told the bytes that were read, compressed or not
   */
  LogBytes(StandardInput standardInput, LongConsumer read) {
    this(standardInput, read, path -> FileChannel.open(path, StandardOpenOption.READ));
  }

  /** The same, with files opened in another way. */
  LogBytes(StandardInput standardInput, LongConsumer read, Opening opening) {
    this.standardInput = standardInput;
    this.read = read;
    this.opening = opening;
  }

  /**
   * The uncompressed bytes of a file from an offset on. Compressed is what starts like gzip,
   * whatever its name.
   *
   * @throws IOException when the file cannot be opened, is shorter, or cannot be read twice
   */
  InputStream open(LogFile file, long offset) throws IOException {
    if (file.stream() && offset > 0) {
      throw new IOException("a stream cannot be read again from where it was; start over");
    }
    if (file.source().equals(LogFile.STANDARD_INPUT)) {
      return ofStream(new KeptOpen(standardInput.open()));
    }
    FileChannel channel = channel(Path.of(file.source()));
    try {
      return file.stream()
          ? ofStream(Channels.newInputStream(channel))
          : ofFile(channel, file, offset);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * A file's bytes as they stand on disk.
   *
   * @throws IOException when it cannot be opened
   */
  FileChannel channel(Path path) throws IOException {
    return opening.open(path);
  }

  /** Bytes were read through {@link #channel}. */
  void count(long bytes) {
    read.accept(bytes);
  }

  private InputStream ofFile(FileChannel channel, LogFile file, long offset) throws IOException {
    InputStream bytes = Channels.newInputStream(channel);
    if (GzipMembers.isGzip(bytes.readNBytes(MAGIC_BYTES))) {
      channel.position(0);
      InputStream members = new GzipMembers(new Counted(bytes));
      members.skipNBytes(offset);
      return members;
    }
    if (channel.size() < offset) {
      throw new IOException(
          file.source()
              + " has "
              + channel.size()
              + " bytes, fewer than the "
              + offset
              + " already read: it was cut or replaced");
    }
    channel.position(offset);
    return new Counted(bytes);
  }

  private InputStream ofStream(InputStream stream) throws IOException {
    PushbackInputStream bytes = new PushbackInputStream(stream, MAGIC_BYTES);
    byte[] magic = bytes.readNBytes(MAGIC_BYTES);
    bytes.unread(magic);
    Counted counted = new Counted(bytes);
    return GzipMembers.isGzip(magic) ? new GzipMembers(counted) : counted;
  }

  private final class Counted extends FilterInputStream {
    Counted(InputStream bytes) {
      super(bytes);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int number = super.read(buffer, offset, length);
      if (number > 0) {
        read.accept(number);
      }
      return number;
    }
  }

  /** Standard input belongs to the process. */
  private static final class KeptOpen extends FilterInputStream {
    KeptOpen(InputStream bytes) {
      super(bytes);
    }

    @Override
    public void close() {}
  }
}
