package io.banwatch.lines;

import org.apache.flink.api.connector.source.SourceSplit;

/**
 * The whole log, and how far it was read.
 *
 * @param splitId always the same
 * @param started whether the {@link Opening} has had its say
 * @param position where to go on
 */
record LineSplit(String splitId, boolean started, LinePosition position) implements SourceSplit {
  /** A log that was never read. */
  static LineSplit fresh() {
    return new LineSplit("log", false, LinePosition.BEGINNING);
  }
}
