package io.banwatch.gateway;

import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Position;
import java.util.function.Consumer;

/**
 * Turns the bytes of one top-level JSON value of a usage log into records. Not thread-safe: each
 * reading thread has its own. Never throws for bad input: what is wrong becomes a rejection.
 */
public interface UsageDecoder {
  /**
   * Decodes one value. An object gives one record, an array one for each element.
   *
   * @param buffer holds the value
   * @param offset where it starts in the buffer
   * @param length how long it is, in bytes
   * @param position where it stands in the log
   * @param out receives each record, in the order of the log
   */
  void decode(byte[] buffer, int offset, int length, Position position, Consumer<LogRecord> out);
}
