package io.banwatch.gateway;

import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Position;
import java.io.IOException;

/** Makes a record of one JSON object of a log, in one gateway's format. Not thread-safe. */
interface ObjectReader {
  /**
   * Reads the object to its end.
   *
   * @param json stands at the object's opening brace
   * @param position where the object stands in the log
   * @throws IOException when the object is not JSON
   */
  LogRecord read(JsonCursor json, Position position) throws IOException;
}
