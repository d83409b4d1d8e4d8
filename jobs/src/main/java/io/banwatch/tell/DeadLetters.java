package io.banwatch.tell;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.banwatch.alert.AlertJson;
import io.banwatch.alert.IsoTime;
import io.banwatch.alert.PlainText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;

/** The lines of {@code dead-letters.jsonl}, written and read. */
public final class DeadLetters {
  /** The file's name, in the service's directory. */
  public static final String FILE = "dead-letters.jsonl";

  private static final int ANSWER_LIMIT = 500;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final ObjectReader READER = JSON.reader();

  /** A path or a query may be the secret, as in a Slack webhook; the host is none. */
  private static final Pattern ADDRESS =
      Pattern.compile("(https?://)([^\\s/?#\"'<>@]*@)?([^\\s/?#\"'<>]*)([^\\s\"'<>]*)");

  private static final Pattern SECRET = Pattern.compile("whs(ec|k)_[A-Za-z0-9+/=_-]+");

  private DeadLetters() {}

  /**
   * An answer's first {@value #ANSWER_LIMIT} characters as they may be kept and shown: what would
   * act on a terminal is escaped, of addresses the host alone stays.
   *
   * @param text or null
   */
  static String answer(String text) {
    if (text == null) {
      return null;
    }
    // An answer may be long; what is cut off need not be searched.
    String head = text.substring(0, Math.min(text.length(), 4 * ANSWER_LIMIT));
    String hidden = ADDRESS.matcher(head).replaceAll("$1$3/…");
    return PlainText.of(SECRET.matcher(hidden).replaceAll("whs$1_…"), ANSWER_LIMIT);
  }

  /** The letter as one JSON object in UTF-8, without a line end. */
  static byte[] write(DeadLetter letter) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeNumberField("schemaVersion", 1);
      json.writeStringField("receiver", letter.receiver());
      json.writeStringField("id", letter.id());
      json.writeNumberField("sequence", letter.sequence());
      json.writeStringField("reason", letter.reason());
      json.writeNumberField("status", letter.status());
      json.writeStringField("answer", letter.answer());
      json.writeStringField("time", IsoTime.format(letter.at()));
      json.writeFieldName("alert");
      // As it stands in the log, where everything is escaped already.
      json.writeRawValue(letter.line());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException when it is no dead letter; the message names the field
   */
  static DeadLetter read(byte[] line) throws IOException {
    try {
      JsonNode tree = READER.readTree(line);
      JsonNode alert = field(tree, "alert", tree.path("alert").isObject(), "an object");
      return new DeadLetter(
          text(tree, "receiver"),
          text(tree, "id"),
          field(tree, "sequence", tree.path("sequence").isInt(), "a whole number").intValue(),
          text(tree, "reason"),
          tree.path("status").asInt(),
          tree.path("answer").isTextual() ? tree.path("answer").textValue() : null,
          Instant.parse(text(tree, "time")).toEpochMilli(),
          alertLine(alert));
    } catch (JsonProcessingException e) {
      throw new IOException("not JSON, at byte " + e.getLocation().getByteOffset());
    } catch (DateTimeException e) {
      throw new IOException("time: expected an ISO 8601 time in UTC", e);
    }
  }

  private static String alertLine(JsonNode alert) throws IOException {
    return Lines.of(AlertJson.read(JSON.writeValueAsBytes(alert)));
  }

  private static String text(JsonNode tree, String name) throws IOException {
    return field(tree, name, tree.path(name).isTextual(), "a text").textValue();
  }

  private static JsonNode field(JsonNode tree, String name, boolean sound, String expected)
      throws IOException {
    if (!sound) {
      throw new IOException(name + ": expected " + expected);
    }
    return tree.path(name);
  }
}
