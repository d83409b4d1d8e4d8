package io.banwatch.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Position;
import io.banwatch.usage.Reason;
import io.banwatch.usage.Rejection;

/**
 * Says why a value could not be read. Only the kind and the place of a parser's error are told: its
 * message may quote the value.
 */
final class JsonFaults {
  private JsonFaults() {}

  static LogRecord rejection(Position position, Reason reason, String detail) {
    return LogRecord.rejected(new Rejection(position, reason, null, detail));
  }

  /**
   * The rejection of the value that made the parser fail.
   *
   * @param base how many bytes of the value stand before where the parser began
   */
  static LogRecord rejection(Position position, Exception fault, int base) {
    if (fault instanceof StreamConstraintsException) {
      boolean depth = String.valueOf(fault.getMessage()).contains("nesting depth");
      return depth
          ? rejection(position, Reason.TOO_DEEP, "nested deeper than " + JsonDecoder.DEEPEST)
          : rejection(position, Reason.TOO_LONG, "a field's name is longer than a record may have");
    }
    if (fault instanceof JsonEOFException) {
      return rejection(position, Reason.NOT_JSON, "breaks off before it ends");
    }
    boolean coding = String.valueOf(fault.getMessage()).startsWith("Invalid UTF-8");
    String place = placeOf(fault, base);
    return coding
        ? rejection(position, Reason.NOT_UTF8, "not UTF-8" + place)
        : rejection(position, Reason.NOT_JSON, "not JSON" + place);
  }

  private static String placeOf(Exception fault, int base) {
    if (fault instanceof JsonProcessingException processing && processing.getLocation() != null) {
      return ", byte " + (base + processing.getLocation().getByteOffset()) + " of the value";
    }
    return "";
  }
}
