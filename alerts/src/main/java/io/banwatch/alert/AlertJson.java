package io.banwatch.alert;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * The line of the alert log, written and read. Equal alerts give equal bytes.
 *
 * <p>Texts may come from a hostile log: each is cut to {@value #TEXT_LIMIT} code points, and what
 * would act on a terminal stands as a JSON escape ({@link AlertEscapes}), so that the file may be
 * shown as it is.
 */
public final class AlertJson {
  /** The form's version, in every line. */
  public static final int SCHEMA_VERSION = 1;

  /** The most code points of any text. */
  public static final int TEXT_LIMIT = 1_000;

  /** Up to here a double holds every whole number exactly. */
  private static final double LARGEST_WHOLE = 1L << 53;

  private static final int USUAL_LINE = 2_048;

  private static final JsonFactory JSON =
      new JsonFactoryBuilder().characterEscapes(new AlertEscapes()).build();

  private AlertJson() {}

  /** The alert as one JSON object in UTF-8, without a line end. */
  public static byte[] write(Alert alert) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_LINE);
    try (JsonGenerator json = generator(bytes)) {
      write(alert, "", json);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  /** Writes JSON in UTF-8 as the alert log does, with the same escapes. */
  public static JsonGenerator generator(OutputStream bytes) throws IOException {
    return JSON.createGenerator(bytes);
  }

  /**
   * Writes the alert as a value within a larger message.
   *
   * @param dashboard where to look further, or empty for no link
   */
  public static void write(Alert alert, String dashboard, JsonGenerator json) throws IOException {
    fields(alert, json);
    json.writeObjectFieldStart("links");
    if (!dashboard.isEmpty()) {
      json.writeStringField("dashboard", dashboard);
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  /**
   * Reads what {@link #write(Alert)} wrote. Fields that it does not know are skipped.
   *
   * @param line one JSON object in UTF-8
   * @throws IOException when it is no alert; the message names the field
   */
  public static Alert read(byte[] line) throws IOException {
    return AlertLine.read(line);
  }

  private static void fields(Alert alert, JsonGenerator json) throws IOException {
    Subject subject = alert.subject();
    Explanation explanation = alert.explanation();
    json.writeStartObject();
    json.writeNumberField("schemaVersion", SCHEMA_VERSION);
    text(json, "id", alert.id());
    json.writeNumberField("sequence", alert.sequence());
    text(json, "status", alert.status().word());
    text(json, "severity", alert.severity().word());
    text(json, "signal", alert.signal());
    text(json, "vendor", subject.vendor());
    text(json, "account", subject.account());
    text(json, "key", subject.key());
    text(json, "keyAlias", subject.keyAlias());
    text(json, "team", subject.team());
    text(json, "policy", alert.policy());
    text(json, "startsAt", IsoTime.format(alert.startsAt()));
    text(json, "changedAt", IsoTime.format(alert.changedAt()));
    text(json, "endsAt", alert.endsAt() == null ? null : IsoTime.format(alert.endsAt()));
    text(json, "summary", explanation.summary());
    text(json, "reason", explanation.reason());
    json.writeObjectFieldStart("evidence");
    for (Fact fact : explanation.evidence()) {
      fact(json, fact);
    }
    json.writeEndObject();
    json.writeArrayFieldStart("nextSteps");
    for (String step : explanation.nextSteps()) {
      json.writeString(PlainText.cut(step, TEXT_LIMIT));
    }
    json.writeEndArray();
  }

  private static void fact(JsonGenerator json, Fact fact) throws IOException {
    if (fact.number() == null) {
      text(json, fact.name(), fact.text());
      return;
    }
    json.writeFieldName(fact.name());
    double number = fact.number();
    if (!Double.isFinite(number)) {
      json.writeNull();
    } else if (number == Math.rint(number) && Math.abs(number) <= LARGEST_WHOLE) {
      json.writeNumber((long) number);
    } else {
      json.writeNumber(number);
    }
  }

  private static void text(JsonGenerator json, String name, String text) throws IOException {
    if (text == null) {
      json.writeNullField(name);
    } else {
      json.writeStringField(name, PlainText.cut(text, TEXT_LIMIT));
    }
  }
}
