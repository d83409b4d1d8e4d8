package io.banwatch.flow;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.banwatch.usage.Position;
import io.banwatch.usage.Rejection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The line of {@code rejected.jsonl} for a value that was not understood. */
final class RejectionLine implements JsonLinesSink.Line<Rejection> {
  private static final long serialVersionUID = 1L;
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  @Override
  public byte[] of(Rejection rejection) {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    try (JsonGenerator json = JSON.createGenerator(line)) {
      Position position = rejection.position();
      json.writeStartObject();
      json.writeStringField("source", position.source());
      json.writeNumberField("offset", position.offset());
      if (position.index() >= 0) {
        json.writeNumberField("index", position.index());
      }
      json.writeNumberField("bytes", position.bytes());
      json.writeStringField("reason", rejection.reason().word());
      json.writeStringField("field", rejection.field());
      json.writeStringField("detail", rejection.detail());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return line.toByteArray();
  }
}
