package io.banwatch.webhook;

import com.fasterxml.jackson.core.JsonGenerator;
import io.banwatch.alert.AlertJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes a message's JSON. */
final class JsonBody {
  /** Writes one JSON value. */
  interface Writer {
    void write(JsonGenerator json) throws IOException;
  }

  private JsonBody() {}

  static String of(Writer writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = AlertJson.generator(bytes)) {
      writer.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
