package io.banwatch.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;

/** The first bytes of a file, uncompressed. */
final class LogHead {
  private static final int COMPARED = 1 << 16;

  private final boolean gzip;
  private final byte[] bytes;

  private LogHead(boolean gzip, byte[] bytes) {
    this.gzip = gzip;
    this.bytes = bytes;
  }

  /** Whether the file is compressed. */
  boolean isGzip() {
    return gzip;
  }

  /** The fingerprint of these bytes, as far as it covers them. */
  Fingerprint fingerprint() {
    return Fingerprint.of(bytes, bytes.length);
  }

  /** The same, of values only that were read whole: the first so many bytes. */
  Fingerprint fingerprint(long read) {
    return Fingerprint.of(bytes, Math.min(bytes.length, read));
  }

  /** How many bytes. */
  int length() {
    return bytes.length;
  }

  /** The hash of the first of them, as a {@link Fingerprint} has it. */
  long hash(int length) {
    return Fingerprint.hash(bytes, length);
  }

  /** Whether there is nothing to tell a file by. */
  boolean isEmpty() {
    return bytes.length == 0;
  }

  /** Whether these are the first bytes of the file with this fingerprint. */
  Fingerprint.Match match(Fingerprint fingerprint) {
    return fingerprint.match(bytes, bytes.length);
  }

  /**
   * Reads a head.
   *
   * @param most how many bytes
   * @throws IOException when the file cannot be opened or read; a compressed file that breaks off
   *     gives what there is
   */
  static LogHead of(LogBytes bytes, String source, int most) throws IOException {
    try (FileChannel channel = bytes.channel(Path.of(source));
        InputStream in = Channels.newInputStream(channel)) {
      boolean gzip = GzipMembers.isGzip(in.readNBytes(2));
      channel.position(0);
      return new LogHead(gzip, gzip ? uncompressed(in, most) : in.readNBytes(most));
    }
  }

  private static byte[] uncompressed(InputStream in, int most) {
    byte[] head = new byte[most];
    int filled = 0;
    try (GzipMembers members = new GzipMembers(in)) {
      int number = members.read(head, 0, most);
      while (number > 0) {
        filled += number;
        number = members.read(head, filled, most - filled);
      }
    } catch (IOException e) {
      // It is still being written, or broken: what came before counts.
      return Arrays.copyOf(head, filled);
    }
    return Arrays.copyOf(head, filled);
  }

  /** Whether a gzip file is whole: it can be read to its end, and its checksums agree. */
  static boolean isWhole(LogBytes bytes, String source) {
    try (FileChannel channel = bytes.channel(Path.of(source));
        GzipMembers members = new GzipMembers(Channels.newInputStream(channel))) {
      byte[] buffer = new byte[COMPARED];
      int number = members.read(buffer, 0, buffer.length);
      while (number >= 0) {
        number = members.read(buffer, 0, buffer.length);
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Whether the shorter of two files is how the longer one begins, as far as their first and, of
   * files that are not compressed, last 64 KB tell.
   *
   * @throws IOException when one cannot be read
   */
  static boolean areSame(LogBytes bytes, String one, String other) throws IOException {
    LogHead first = of(bytes, one, COMPARED);
    LogHead second = of(bytes, other, COMPARED);
    int common = Math.min(first.bytes.length, second.bytes.length);
    if (!Arrays.equals(first.bytes, 0, common, second.bytes, 0, common)) {
      return false;
    }
    if (first.gzip || second.gzip || common < COMPARED) {
      return true;
    }
    try (FileChannel a = bytes.channel(Path.of(one));
        FileChannel b = bytes.channel(Path.of(other))) {
      long from = Math.min(a.size(), b.size()) - COMPARED;
      a.position(from);
      b.position(from);
      byte[] last = Channels.newInputStream(a).readNBytes(COMPARED);
      return Arrays.equals(last, Channels.newInputStream(b).readNBytes(COMPARED));
    }
  }
}
