package io.banwatch.gateway;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Position;
import java.util.function.Consumer;

/**
 * Decodes JSON values of one format. A value may be of any length: what is not kept is passed over
 * without being decoded.
 */
final class JsonDecoder implements UsageDecoder {
  /** Records of real gateways are less than twenty deep; a prompt's tool schema may be deeper. */
  static final int DEEPEST = 500;

  private final JsonFactory factory = newFactory();
  private final JsonCursor cursor = new JsonCursor();
  private final ObjectReader reader;

  JsonDecoder(ObjectReader reader) {
    this.reader = reader;
  }

  @Override
  public void decode(
      byte[] buffer, int offset, int length, Position position, Consumer<LogRecord> out) {
    try (JsonRecords records =
        new JsonRecords(factory, reader, cursor, buffer, offset, length, position)) {
      for (LogRecord record = records.next(); record != null; record = records.next()) {
        out.accept(record);
      }
    }
  }

  /**
   * Reads UTF-8 only, and Python's NaN and Infinity. Texts and numbers have no bound of their own,
   * because they are passed over or read in part.
   */
  private static JsonFactory newFactory() {
    return new JsonFactoryBuilder()
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.CHARSET_DETECTION)
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxStringLength(Integer.MAX_VALUE)
                .maxNumberLength(Integer.MAX_VALUE)
                .build())
        .build();
  }
}
