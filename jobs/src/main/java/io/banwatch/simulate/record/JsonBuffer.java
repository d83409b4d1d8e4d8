package io.banwatch.simulate.record;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Grows JSON text as bytes. Written by hand because the records are fixed text with few holes. */
final class JsonBuffer {
  private static final int FIRST_SIZE = 8 * 1024;
  private static final int LONGEST_NUMBER = 20;
  private static final char FIRST_PRINTABLE = ' ';
  private static final char LAST_ASCII = '~';
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final long BILLION = 1_000_000_000L;

  private byte[] bytes = new byte[FIRST_SIZE];
  private int size;

  /** Text that is JSON already, ASCII only. */
  JsonBuffer raw(String json) {
    int length = json.length();
    room(length);
    for (int i = 0; i < length; i++) {
      bytes[size + i] = (byte) json.charAt(i);
    }
    size += length;
    return this;
  }

  /** A string with its quotation marks, escaped; {@code null} for null. */
  JsonBuffer text(String value) {
    if (value == null) {
      return raw("null");
    }
    raw("\"");
    escaped(value);
    return raw("\"");
  }

  /** The inside of a string, escaped. */
  JsonBuffer escaped(String value) {
    for (int i = 0; i < value.length(); i++) {
      char character = value.charAt(i);
      if (character == '"' || character == '\\') {
        room(2);
        bytes[size++] = '\\';
        bytes[size++] = (byte) character;
      } else if (character >= FIRST_PRINTABLE && character <= LAST_ASCII) {
        room(1);
        bytes[size++] = (byte) character;
      } else {
        raw("\\u");
        hex(character, 4);
      }
    }
    return this;
  }

  /** Yes or no. */
  JsonBuffer flag(boolean value) {
    return raw(value ? "true" : "false");
  }

  /** A whole number. */
  JsonBuffer number(long value) {
    if (value < 0) {
      return raw(Long.toString(value));
    }
    room(LONGEST_NUMBER);
    int digits = 1;
    for (long rest = value / 10; rest > 0; rest /= 10) {
      digits++;
    }
    return digits(value, digits);
  }

  /** A number of 0 or more with up to nine decimals, and always one. */
  JsonBuffer decimal(double value) {
    long billionths = Math.round(value * BILLION);
    number(billionths / BILLION).raw(".");
    long fraction = billionths % BILLION;
    int places = 9;
    while (places > 1 && fraction % 10 == 0) {
      fraction /= 10;
      places--;
    }
    room(places);
    return digits(fraction, places);
  }

  /** Microseconds as seconds with six decimals. */
  JsonBuffer seconds(long micros) {
    number(micros / 1_000_000).raw(".");
    room(6);
    return digits(micros % 1_000_000, 6);
  }

  /** The lowest bits as hexadecimal digits. */
  JsonBuffer hex(long value, int digits) {
    room(digits);
    for (int i = digits - 1; i >= 0; i--) {
      bytes[size++] = HEX[(int) (value >>> (4 * i)) & 15];
    }
    return this;
  }

  /** A UUID of version 4 with these halves, without quotation marks. */
  JsonBuffer uuid(long high, long low) {
    hex(high >>> 32, 8).raw("-").hex(high >>> 16, 4).raw("-4").hex(high, 3).raw("-");
    return hex(0x8 | (low >>> 60 & 3), 1).hex(low >>> 48, 3).raw("-").hex(low, 12);
  }

  int size() {
    return size;
  }

  /** Empties it into a stream. */
  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
    size = 0;
  }

  private JsonBuffer digits(long value, int digits) {
    long rest = value;
    for (int i = digits - 1; i >= 0; i--) {
      bytes[size + i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += digits;
    return this;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
