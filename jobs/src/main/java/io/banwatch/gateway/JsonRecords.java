package io.banwatch.gateway;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Position;
import io.banwatch.usage.Reason;
import java.io.IOException;

/**
 * The records of one top-level value, one after the other: one for an object, one for each element
 * of an array. An element that cannot be read is rejected, and the next ones are read: from there
 * on each is found by its brackets, which is slower.
 */
final class JsonRecords implements AutoCloseable {
  private enum Progress {
    START,
    IN_ARRAY,
    BY_BRACKETS,
    LAST,
    END
  }

  private final JsonFactory factory;
  private final ObjectReader reader;
  private final JsonCursor cursor;
  private final byte[] buffer;
  private final int first;
  private final int limit;
  private final Position position;
  private Progress progress = Progress.START;
  private JsonParser parser;
  private int index = -1;
  private int at;

  JsonRecords(
      JsonFactory factory,
      ObjectReader reader,
      JsonCursor cursor,
      byte[] buffer,
      int offset,
      int length,
      Position position) {
    this.factory = factory;
    this.reader = reader;
    this.cursor = cursor;
    this.buffer = buffer;
    this.first = offset;
    this.limit = offset + length;
    this.position = position;
    this.at = afterByteOrderMark(buffer, offset, limit);
  }

  /** The next record; null after the last. Never throws for what the value holds. */
  LogRecord next() {
    return switch (progress) {
      case START -> start();
      case IN_ARRAY -> nextElement();
      case BY_BRACKETS -> nextByBrackets();
      case LAST -> last();
      case END -> null;
    };
  }

  @Override
  public void close() {
    if (parser == null) {
      return;
    }
    try {
      parser.close();
    } catch (IOException e) {
      throw new AssertionError("a parser over memory has nothing to close", e);
    }
    parser = null;
  }

  private LogRecord start() {
    progress = Progress.END;
    try {
      open(at, limit);
      JsonToken token = cursor.nextValue();
      if (token == JsonToken.START_OBJECT) {
        LogRecord record = reader.read(cursor, position);
        progress = Progress.LAST;
        return record;
      }
      if (token == JsonToken.START_ARRAY) {
        progress = Progress.IN_ARRAY;
        return next();
      }
      return token == null
          ? JsonFaults.rejection(position, Reason.NOT_JSON, "empty")
          : JsonFaults.rejection(position, Reason.NOT_AN_OBJECT, "neither an object nor an array");
    } catch (IOException | RuntimeException e) {
      return JsonFaults.rejection(position, e, at - first);
    }
  }

  private LogRecord nextElement() {
    index++;
    int start = -1;
    try {
      if (!cursor.nextElement()) {
        progress = Progress.LAST;
        return next();
      }
      start = cursor.start();
      return readElement();
    } catch (IOException | RuntimeException e) {
      int end = start < 0 ? -1 : JsonBounds.endOfValue(buffer, start, limit);
      LogRecord rejection = JsonFaults.rejection(element(), e, at - first);
      at = end;
      progress = end < 0 ? Progress.END : Progress.BY_BRACKETS;
      return rejection;
    }
  }

  private LogRecord nextByBrackets() {
    int comma = JsonBounds.skipSpace(buffer, at, limit);
    if (comma < limit && buffer[comma] == ']') {
      at = comma + 1;
      progress = Progress.LAST;
      return next();
    }
    index++;
    int start = JsonBounds.skipSpace(buffer, comma + 1, limit);
    int end = JsonBounds.endOfValue(buffer, start, limit);
    if (comma >= limit || buffer[comma] != ',' || end <= start) {
      progress = Progress.END;
      return JsonFaults.rejection(element(), Reason.NOT_JSON, "the array breaks off here");
    }
    at = end;
    try {
      open(start, end);
      cursor.nextValue();
      return readElement();
    } catch (IOException | RuntimeException e) {
      return JsonFaults.rejection(element(), e, start - first);
    }
  }

  private LogRecord readElement() throws IOException {
    if (cursor.entersObject()) {
      return reader.read(cursor, element());
    }
    cursor.skip();
    return JsonFaults.rejection(element(), Reason.NOT_AN_OBJECT, "an element is not an object");
  }

  /** Whatever stands behind the value would be lost in silence. */
  private LogRecord last() {
    progress = Progress.END;
    int end = JsonBounds.skipSpace(buffer, Math.max(at, cursor.end()), limit);
    return end < limit
        ? JsonFaults.rejection(position, Reason.NOT_JSON, "something follows the value")
        : null;
  }

  private Position element() {
    return new Position(position.source(), position.offset(), position.bytes(), index);
  }

  private void open(int from, int to) throws IOException {
    close();
    parser = factory.createParser(buffer, from, to - from);
    cursor.follow(parser, buffer, from, to);
  }

  private static int afterByteOrderMark(byte[] buffer, int from, int limit) {
    boolean marked =
        limit - from >= 3
            && buffer[from] == (byte) 0xEF
            && buffer[from + 1] == (byte) 0xBB
            && buffer[from + 2] == (byte) 0xBF;
    return marked ? from + 3 : from;
  }
}
