package io.banwatch.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.banwatch.gateway.UsageDecoder;
import io.banwatch.usage.Credential;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Position;
import io.banwatch.usage.Reason;
import io.banwatch.usage.Rejection;
import io.banwatch.usage.Skip;
import io.banwatch.usage.Tokens;
import io.banwatch.usage.UsageEvent;
import io.banwatch.vendor.AnswerClass;
import io.banwatch.vendor.AnsweredBy;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Decodes {@code {"t":epochMillis,"id":"..."}}. Without {@code t} the record is skipped; {@code
 * "times":n} makes n records of one value; {@code "fail":true} throws.
 */
final class LineDecoder implements UsageDecoder {
  private static final JsonFactory JSON = new JsonFactory();

  @Override
  public void decode(
      byte[] buffer, int offset, int length, Position position, Consumer<LogRecord> out) {
    long millis = -1;
    String id = "";
    int times = 1;
    try (JsonParser parser = JSON.createParser(buffer, offset, length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        reject(position, Reason.NOT_AN_OBJECT, out);
        return;
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        switch (name) {
          case "t" -> millis = parser.getLongValue();
          case "id" -> id = parser.getText();
          case "times" -> times = parser.getIntValue();
          case "fail" -> throw new IllegalStateException("a decoder with a fault");
          default -> parser.skipChildren();
        }
      }
    } catch (IOException e) {
      reject(position, Reason.NOT_JSON, out);
      return;
    }
    for (int i = 0; i < times; i++) {
      out.accept(
          millis < 0
              ? LogRecord.skipped(position, Skip.NOT_A_MODEL_CALL)
              : event(position, millis, id));
    }
  }

  private static void reject(Position position, Reason reason, Consumer<LogRecord> out) {
    out.accept(LogRecord.rejected(new Rejection(position, reason, null, "in a test")));
  }

  private static LogRecord event(Position position, long millis, String id) {
    UsageEvent event =
        new UsageEvent(
            1,
            0,
            millis,
            millis,
            id,
            null,
            null,
            null,
            "openai",
            "unknown@openai",
            null,
            null,
            Tokens.NONE,
            0,
            AnswerClass.OK,
            AnsweredBy.VENDOR,
            null,
            Credential.UNKNOWN,
            null,
            false);
    return LogRecord.of(position, event, 0);
  }

  /** What a record is called in expectations: its id, or why it is none. */
  static String name(LogRecord logRecord) {
    if (logRecord.event() != null) {
      return logRecord.event().key();
    }
    return logRecord.rejection() != null
        ? logRecord.rejection().reason().word()
        : logRecord.skip().word();
  }
}
