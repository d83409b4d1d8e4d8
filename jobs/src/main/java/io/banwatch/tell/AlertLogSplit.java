package io.banwatch.tell;

import org.apache.flink.api.connector.source.SourceSplit;

/**
 * The whole log, and how far it was told.
 *
 * @param splitId always the same
 * @param started whether {@link StartAt} has had its say
 * @param position where to go on
 */
record AlertLogSplit(String splitId, boolean started, LinePosition position)
    implements SourceSplit {
  /** A log that was never told. */
  static AlertLogSplit fresh() {
    return new AlertLogSplit("log", false, LinePosition.BEGINNING);
  }
}
