package io.banwatch.lines;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * The whole lines of one file, which may grow while it is read, be renamed or removed. A line
 * without its end is not read until it has one: its writer may cut it off.
 */
final class LineFileReader implements Closeable {
  private static final int BLOCK = 1 << 16;

  private final Path path;
  private final FileChannel channel;
  private final Object identity;
  private final boolean gzipped;
  private final byte[] block = new byte[BLOCK];
  private InputStream unzipped;
  private long unzippedAt;
  private long blockAt;
  private int blockLength;
  private long offset;
  private String head;

  private LineFileReader(Path path, FileChannel channel, Object identity) {
    this.path = path;
    this.channel = channel;
    this.identity = identity;
    this.gzipped = path.toString().endsWith(RotatedNames.GZIPPED);
  }

  /** Opens a file at its beginning. */
  static LineFileReader open(Path path) throws IOException {
    Object identity = identity(path);
    return new LineFileReader(path, FileChannel.open(path, StandardOpenOption.READ), identity);
  }

  /**
   * How long a file is without its compression. Of a compressed one the last four bytes say so,
   * modulo 4 GiB (RFC 1952).
   */
  static long uncompressedBytes(Path path) throws IOException {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      long size = file.size();
      if (!path.toString().endsWith(RotatedNames.GZIPPED) || size < Integer.BYTES) {
        return size;
      }
      ByteBuffer length = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      file.read(length, size - Integer.BYTES);
      return Integer.toUnsignedLong(length.getInt(0));
    }
  }

  private static Object identity(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
  }

  /** Goes to where a line begins. */
  void seek(long position) {
    offset = position;
  }

  /** Where the next line begins. */
  long offset() {
    return offset;
  }

  Path path() {
    return path;
  }

  /** Whether it stands at the path by which it was opened. */
  boolean isInPlace() throws IOException {
    return Files.exists(path) && Objects.equals(identity, identity(path));
  }

  /** Whether it has become shorter than what was read of it. */
  boolean isCut() throws IOException {
    return !gzipped && channel.size() < offset;
  }

  /** The hash of the first line; null while there is none. */
  String head() throws IOException {
    if (head == null) {
      long at = offset;
      offset = 0;
      byte[] line = next();
      offset = at;
      if (line != null) {
        long[] hash = MurmurHash3.hash128x64(line);
        head = String.format("%016x%016x", hash[0], hash[1]);
      }
    }
    return head;
  }

  /**
   * Reads lines, without their ends.
   *
   * @param most how many
   * @param into receives them
   * @return whether there was any
   */
  boolean read(int most, List<byte[]> into) throws IOException {
    int before = into.size();
    while (into.size() - before < most) {
      byte[] line = next();
      if (line == null) {
        break;
      }
      into.add(line);
    }
    return into.size() > before;
  }

  private byte[] next() throws IOException {
    ByteArrayOutputStream begun = new ByteArrayOutputStream();
    long at = offset;
    while (isInBlock(at) || fill(at)) {
      int from = (int) (at - blockAt);
      for (int i = from; i < blockLength; i++) {
        if (block[i] == '\n') {
          begun.write(block, from, i - from);
          offset = blockAt + i + 1;
          return begun.toByteArray();
        }
      }
      begun.write(block, from, blockLength - from);
      at = blockAt + blockLength;
    }
    // What was read of an unfinished line may be cut off and written anew.
    blockLength = 0;
    return null;
  }

  private boolean isInBlock(long at) {
    return at >= blockAt && at < blockAt + blockLength;
  }

  private boolean fill(long at) throws IOException {
    int number = gzipped ? unzipWhole(at) : channel.read(ByteBuffer.wrap(block), at);
    blockAt = at;
    blockLength = Math.max(0, number);
    return number > 0;
  }

  private int unzipWhole(long at) throws IOException {
    try {
      return unzip(at);
    } catch (IOException e) {
      throw DamagedArchiveException.of(path, e);
    }
  }

  private int unzip(long at) throws IOException {
    if (unzipped == null || unzippedAt > at) {
      channel.position(0);
      unzipped = new GZIPInputStream(Channels.newInputStream(channel), BLOCK);
      unzippedAt = 0;
    }
    while (unzippedAt < at) {
      long skipped = unzipped.skip(at - unzippedAt);
      if (skipped <= 0) {
        return -1;
      }
      unzippedAt += skipped;
    }
    int number = unzipped.read(block);
    unzippedAt += Math.max(0, number);
    return number;
  }

  @Override
  public void close() throws IOException {
    if (unzipped != null) {
      // Its memory is not the garbage collector's.
      unzipped.close();
    }
    channel.close();
  }
}
