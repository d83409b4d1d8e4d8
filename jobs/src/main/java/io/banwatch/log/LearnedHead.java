package io.banwatch.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/** What is known of the first bytes of a file that is still written. Used by one thread. */
final class LearnedHead {
  private final Runnable learned;
  private Fingerprint fingerprint;
  private Fingerprint seen = Fingerprint.NONE;

  /**
   * @param fingerprint of what was read of the file before
   * @param learned is run when the fingerprint has become longer
   */
  LearnedHead(Fingerprint fingerprint, Runnable learned) {
    this.fingerprint = fingerprint;
    this.learned = learned;
  }

  Fingerprint fingerprint() {
    return fingerprint;
  }

  /** It was seen to begin like this before anything of it was read. */
  void expect(Fingerprint head) {
    seen = head;
  }

  /** The content stands in a file that begins like this; nobody writes to it. */
  void know(Fingerprint head) {
    fingerprint = head;
  }

  /**
   * Whether a file begins as it did.
   *
   * @throws IOException when it cannot be read
   */
  boolean isStillIn(FileChannel channel) throws IOException {
    if (!fingerprint.isNone()) {
      return isIn(read(channel), fingerprint);
    }
    // Its name may have become another file's since it was seen.
    return seen.isNone() || isIn(read(channel), seen);
  }

  /**
   * Covers more of the head, if more of it was read.
   *
   * @param read how many bytes of the file were read as whole values
   * @throws IOException when it cannot be read
   */
  void learn(FileChannel channel, long read) throws IOException {
    if (!fingerprint.mayGrow(read)) {
      return;
    }
    byte[] head = read(channel);
    boolean same = fingerprint.isNone() || isIn(head, fingerprint);
    if (same && head.length >= Math.min(Fingerprint.MOST, read)) {
      fingerprint = Fingerprint.of(head, read);
      learned.run();
    }
  }

  private static boolean isIn(byte[] head, Fingerprint known) {
    return known.match(head, head.length) == Fingerprint.Match.SAME;
  }

  private static byte[] read(FileChannel channel) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(Fingerprint.MOST);
    int number = 0;
    while (head.hasRemaining() && number >= 0) {
      number = channel.read(head, head.position());
    }
    return Arrays.copyOf(head.array(), head.position());
  }
}
