package io.banwatch.store;

import java.io.Closeable;
import java.io.Serializable;
import java.util.List;

/** Writes lines and waits for the answer. */
interface InfluxApi extends Closeable {
  /**
   * Writes.
   *
   * @param bucket where to: a database or bucket, or {@code DATABASE/RETENTION_POLICY}
   * @param lines at least one
   */
  WriteAnswer write(String bucket, List<InfluxLine> lines);

  @Override
  void close();

  /** Makes one on the machine where it is used; travels with the job, so it holds no credential. */
  @FunctionalInterface
  interface Maker extends Serializable {
    /** A new one. */
    InfluxApi make();
  }
}
