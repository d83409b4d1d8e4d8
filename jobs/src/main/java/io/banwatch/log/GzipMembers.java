package io.banwatch.log;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The contents of gzip data of one or more members (RFC 1952), as rotated and appended logs have.
 * Unlike {@link java.util.zip.GZIPInputStream}, it says so when what follows a member is neither a
 * member nor padding, instead of ending in silence.
 */
public final class GzipMembers extends InputStream {
  private static final int INPUT_BYTES = 1 << 16;
  private static final int FIRST_MAGIC = 0x1F;
  private static final int SECOND_MAGIC = 0x8B;
  private static final int DEFLATE = 8;
  private static final int HEADER_CHECKSUM = 1 << 1;
  private static final int EXTRA = 1 << 2;
  private static final int NAME = 1 << 3;
  private static final int COMMENT = 1 << 4;
  private static final int SKIPPED_HEADER_BYTES = 6;

  private final InputStream compressed;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] input = new byte[INPUT_BYTES];
  private int at;
  private int to;
  private boolean inMember;
  private boolean anyMember;

  /**
   * @param compressed is closed with it
   */
  public GzipMembers(InputStream compressed) {
    this.compressed = compressed;
  }

  /** Whether bytes start like a gzip file. */
  static boolean isGzip(byte[] magic) {
    return magic.length >= 2
        && (magic[0] & 0xFF) == FIRST_MAGIC
        && (magic[1] & 0xFF) == SECOND_MAGIC;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (true) {
      if (!inMember && !header()) {
        return -1;
      }
      int number = inflate(buffer, offset, length);
      if (number > 0) {
        checksum.update(buffer, offset, number);
        return number;
      }
      if (inflater.finished()) {
        trailer();
      }
    }
  }

  private int inflate(byte[] buffer, int offset, int length) throws IOException {
    try {
      int number = inflater.inflate(buffer, offset, length);
      if (number > 0 || inflater.finished()) {
        return number;
      }
    } catch (DataFormatException e) {
      throw new IOException("the gzip data is broken: " + e.getMessage(), e);
    }
    if (inflater.needsDictionary()) {
      throw new IOException("the gzip data is broken: it asks for a dictionary");
    }
    fill();
    inflater.setInput(input, at, to - at);
    at = to;
    return 0;
  }

  /** Reads the next member's header; false when there is none. */
  private boolean header() throws IOException {
    int first = next();
    while (first == 0 && anyMember) {
      first = next();
    }
    if (first < 0) {
      return false;
    }
    if (first != FIRST_MAGIC || needed() != SECOND_MAGIC || needed() != DEFLATE) {
      throw new IOException("what follows the gzip data is not gzip");
    }
    int flags = needed();
    skip(SKIPPED_HEADER_BYTES);
    if ((flags & EXTRA) != 0) {
      skip(needed() | needed() << Byte.SIZE);
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CHECKSUM) != 0) {
      skip(2);
    }
    inflater.reset();
    checksum.reset();
    inflater.setInput(input, at, to - at);
    at = to;
    inMember = true;
    anyMember = true;
    return true;
  }

  private void trailer() throws IOException {
    at = to - inflater.getRemaining();
    long expectedChecksum = little();
    long expectedSize = little();
    if (expectedChecksum != checksum.getValue()
        || expectedSize != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
      throw new IOException("the gzip data does not match its checksum");
    }
    inMember = false;
  }

  private long little() throws IOException {
    long value = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      value |= (long) needed() << (i * Byte.SIZE);
    }
    return value;
  }

  private void skip(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      needed();
    }
  }

  private void skipText() throws IOException {
    while (needed() != 0) {
      // The name or comment is of no use.
    }
  }

  private int needed() throws IOException {
    if (at == to) {
      fill();
    }
    return input[at++] & 0xFF;
  }

  private int next() throws IOException {
    if (at == to && !refill()) {
      return -1;
    }
    return input[at++] & 0xFF;
  }

  private void fill() throws IOException {
    if (!refill()) {
      throw new EOFException("the gzip data breaks off");
    }
  }

  private boolean refill() throws IOException {
    int number = compressed.read(input, 0, input.length);
    at = 0;
    to = Math.max(0, number);
    return number > 0;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    compressed.close();
  }
}
