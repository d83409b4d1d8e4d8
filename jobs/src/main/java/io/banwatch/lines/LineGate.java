package io.banwatch.lines;

import java.io.Serializable;

/**
 * Says whether a source may read on. Where a job's sink cannot keep up for long, its sources stop
 * here: were they stopped by full buffers on the way, checkpoints would wait behind those.
 */
@FunctionalInterface
public interface LineGate extends Serializable {
  /** Whether more lines are wanted now; asked before some are read. */
  boolean isOpen();

  /** One that never closes. */
  static LineGate open() {
    return () -> true;
  }
}
