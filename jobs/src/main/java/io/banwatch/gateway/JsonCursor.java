package io.banwatch.gateway;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads one JSON value forward, field by field. Strings are taken from the bytes, as far as they
 * are wanted, and the parser passes over them without decoding: neither what is skipped nor what is
 * too long ever becomes a String. Not thread-safe.
 */
final class JsonCursor {
  /** A count or an amount that the log does not hold. */
  static final long ABSENT = -1;

  /** A count that no request can have. */
  static final long ABSURD = -2;

  private static final int LONGEST_NUMBER = 40;
  private static final int LONGEST_IDENTITY = 512;

  private final JsonString string = new JsonString();
  private final ExpectedNames names = new ExpectedNames();
  private JsonParser parser;
  private byte[] buffer;
  private int base;
  private int limit;
  private JsonToken value;

  /**
   * Reads through this parser from here on.
   *
   * @param base where in the buffer the parser began
   * @param limit where it ends
   */
  void follow(JsonParser reads, byte[] bytes, int base, int limit) {
    this.parser = reads;
    this.buffer = bytes;
    this.base = base;
    this.limit = limit;
    this.value = null;
    names.begin();
  }

  /** Moves to the next value of an array, or the first of all; null at the end of all. */
  JsonToken nextValue() throws IOException {
    value = parser.nextToken();
    return value;
  }

  /** Moves to the next value of the array it is in; false when the array ends. */
  boolean nextElement() throws IOException {
    value = parser.nextToken();
    return value != null && value != JsonToken.END_ARRAY;
  }

  /**
   * Moves to the next field of the object and to its value.
   *
   * @return the field's name; null when the object ends
   */
  String nextField() throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      names.enter();
    }
    SerializableString expected = names.next();
    if (expected != null && parser.nextFieldName(expected)) {
      value = parser.nextToken();
      return names.came();
    }
    JsonToken token = expected == null ? parser.nextToken() : parser.currentToken();
    if (token != JsonToken.FIELD_NAME) {
      names.leave();
      value = token;
      return null;
    }
    String name = names.came(parser.currentName());
    value = parser.nextToken();
    return name;
  }

  /** Whether the value is an object; if so its fields come next. */
  boolean entersObject() {
    return value == JsonToken.START_OBJECT;
  }

  /** Whether the value is an array; if so its values come next. */
  boolean entersArray() {
    return value == JsonToken.START_ARRAY;
  }

  /** Whether the object's first bytes after its brace and blanks are these. */
  boolean beginsWith(byte[] first) {
    int at = JsonBounds.skipSpace(buffer, start() + 1, limit);
    int end = at + first.length;
    return end <= limit && Arrays.equals(buffer, at, end, first, 0, first.length);
  }

  /** Passes over the value. */
  void skip() throws IOException {
    JsonToken skipped = value;
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (nextField() != null) {
        skip();
      }
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      while (nextElement()) {
        skip();
      }
    }
    value = skipped;
  }

  /** A hash of all bytes from there to what was read last. */
  long hashSince(int start) {
    return Hash64.of(buffer, start, Math.max(start, end()));
  }

  /** Where the value starts in the buffer. */
  int start() {
    return base + (int) parser.currentTokenLocation().getByteOffset();
  }

  /** The byte after the last one that was read. */
  int end() {
    return base + (int) parser.currentLocation().getByteOffset();
  }

  /** What a text or a number becomes; null for any other value, which is passed over. */
  <T> T text(RepeatedText<T> texts) throws IOException {
    if (value == JsonToken.VALUE_STRING) {
      return texts.ofString(buffer, start() + 1, limit);
    }
    if (isBareWord()) {
      int start = start();
      return texts.ofBareWord(buffer, start, bareWordEnd(start));
    }
    skip();
    return null;
  }

  /** The beginning of a text that is not kept; null when the value is no text or an empty one. */
  String passingText(int most) throws IOException {
    if (value == JsonToken.VALUE_STRING) {
      String text = string.decode(buffer, start() + 1, limit, most);
      return text.isEmpty() ? null : text;
    }
    if (isBareWord()) {
      int start = start();
      int end = Math.min(bareWordEnd(start), start + LONGEST_NUMBER);
      return new String(buffer, start, end - start, StandardCharsets.ISO_8859_1);
    }
    skip();
    return null;
  }

  /** A hash of a text or a number, without decoding it; 0 for any other value or an empty text. */
  long hash() throws IOException {
    boolean text = value == JsonToken.VALUE_STRING;
    if (!text && !isBareWord()) {
      skip();
      return 0;
    }
    int start = start() + (text ? 1 : 0);
    int most = Math.min(limit, start + LONGEST_IDENTITY);
    int end = text ? start : Math.min(bareWordEnd(start), most);
    while (text && end < most && buffer[end] != '"') {
      end += buffer[end] == '\\' ? 2 : 1;
    }
    return end == start ? 0 : Hash64.of(buffer, start, Math.min(end, most));
  }

  /**
   * A time in epoch seconds or in text, as epoch milliseconds; {@link EpochMillis#NONE} for none.
   */
  long time() throws IOException {
    if (value == JsonToken.VALUE_NUMBER_FLOAT || value == JsonToken.VALUE_NUMBER_INT) {
      int start = start();
      return EpochMillis.ofSeconds(buffer, start, bareWordEnd(start));
    }
    if (value != JsonToken.VALUE_STRING) {
      skip();
      return EpochMillis.NONE;
    }
    int start = start() + 1;
    int end = start;
    while (end < limit && end - start <= LONGEST_NUMBER && buffer[end] != '"') {
      end++;
    }
    long millis = EpochMillis.ofText(buffer, start, end);
    return millis == EpochMillis.NONE ? EpochMillis.ofSeconds(buffer, start, end) : millis;
  }

  /** A count; {@link #ABSENT} for null, {@link #ABSURD} when negative, too large or no number. */
  long count(long most) throws IOException {
    if (value == JsonToken.VALUE_NUMBER_INT) {
      int start = start();
      return Numbers.count(buffer, start, bareWordEnd(start), most);
    }
    double amount = amount();
    if (Double.isNaN(amount)) {
      return ABSENT;
    }
    return amount >= 0 && amount <= most ? (long) amount : ABSURD;
  }

  /** An amount; NaN for null, infinite when it is no number. */
  double amount() throws IOException {
    boolean number = value == JsonToken.VALUE_NUMBER_FLOAT || value == JsonToken.VALUE_NUMBER_INT;
    if (number || value == JsonToken.VALUE_STRING) {
      int start = start() + (number ? 0 : 1);
      int end = number ? bareWordEnd(start) : start;
      while (!number && end < limit && end - start <= LONGEST_NUMBER && buffer[end] != '"') {
        end++;
      }
      return Numbers.amount(buffer, start, end);
    }
    skip();
    return value == JsonToken.VALUE_NULL ? Double.NaN : Double.POSITIVE_INFINITY;
  }

  /** True or false; null for any other value. */
  Boolean truth() throws IOException {
    if (value == JsonToken.VALUE_TRUE || value == JsonToken.VALUE_FALSE) {
      return value == JsonToken.VALUE_TRUE;
    }
    skip();
    return null;
  }

  private boolean isBareWord() {
    return value.isNumeric() || value.isBoolean();
  }

  private int bareWordEnd(int start) {
    int end = start;
    while (end < limit && isOfBareWord(buffer[end])) {
      end++;
    }
    return end;
  }

  private static boolean isOfBareWord(byte character) {
    return (character >= '0' && character <= '9')
        || (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || character == '.'
        || character == '-'
        || character == '+';
  }
}
