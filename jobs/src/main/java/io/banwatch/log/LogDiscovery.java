package io.banwatch.log;

import java.io.Serializable;
import java.util.List;

/**
 * Finds the files of a log. Whether the log ends is its business alone: reading, framing and
 * decoding know nothing of it.
 */
public interface LogDiscovery extends Serializable {
  /** Whether the log ends: what {@link #discover} finds is all there will be. */
  boolean isBounded();

  /**
   * The files of the log, in their order.
   *
   * @throws UsageLogException when a part of the log is missing or cannot be read
   */
  List<LogFile> discover();
}
