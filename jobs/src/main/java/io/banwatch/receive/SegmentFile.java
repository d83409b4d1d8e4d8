package io.banwatch.receive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A file that is appended to. */
interface SegmentFile extends Closeable {
  /** How many bytes it has. */
  long size() throws IOException;

  /** Appends all of the bytes, or throws after some of them. */
  void write(ByteBuffer bytes) throws IOException;

  /** Returns when everything written would survive a loss of power. */
  void force() throws IOException;

  /** Cuts it. */
  void truncate(long size) throws IOException;

  /** Whether it still stands under its name: an unlinked file can be written, to nobody's use. */
  boolean isInPlace();
}
