package io.banwatch.gateway;

import io.banwatch.usage.DroppedField;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Position;
import io.banwatch.usage.UsageEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** Real records of gateways, and what a decoder makes of them. */
final class Samples {
  static final DecoderSettings SETTINGS =
      new DecoderSettings("litellm", null, List.of("10.0.0.0/8"), 0);

  private Samples() {}

  static String text(String name) {
    try (InputStream in = Samples.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> lines(String name) {
    return text(name).lines().toList();
  }

  static List<LogRecord> decode(UsageDecoder decoder, String value) {
    return decode(decoder, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Decodes from the middle of a larger buffer, as a reader of blocks does. */
  static List<LogRecord> decode(UsageDecoder decoder, byte[] value) {
    byte[] buffer = new byte[value.length + 20];
    Arrays.fill(buffer, (byte) '"');
    System.arraycopy(value, 0, buffer, 7, value.length);
    List<LogRecord> records = new ArrayList<>();
    Position position = new Position("usage.jsonl", 1000, value.length, -1);
    decoder.decode(buffer, 7, value.length, position, records::add);
    return records;
  }

  static LogRecord record(UsageDecoder decoder, String value) {
    List<LogRecord> records = decode(decoder, value);
    if (records.size() != 1) {
      throw new AssertionError("not one record: " + records);
    }
    return records.get(0);
  }

  static UsageEvent event(UsageDecoder decoder, String value) {
    LogRecord record = record(decoder, value);
    if (record.event() == null) {
      throw new AssertionError("no event: " + record);
    }
    return record.event();
  }

  /** One line that a person can check against the record. */
  static String told(LogRecord record) {
    if (record.rejection() != null) {
      return "rejected " + record.rejection().reason().word() + " " + record.rejection().detail();
    }
    if (record.skip() != null) {
      return "skipped " + record.skip().word();
    }
    UsageEvent event = record.event();
    long millis = event.endMillis() - event.startMillis();
    StringJoiner told = new StringJoiner(" | ");
    told.add(Instant.ofEpochMilli(event.startMillis()) + " +" + millis);
    told.add(event.vendor() + " " + event.account());
    told.add(shortened(event.key(), 8));
    told.add(event.keyAlias() + ", " + event.team() + ", " + event.user());
    told.add(event.model() + " at " + shortened(event.deployment(), 6) + " " + record.host());
    told.add(event.answerClass().word() + " by " + event.answeredBy().word());
    told.add(
        event.tokens().uncachedInput()
            + " + "
            + event.tokens().cacheRead()
            + " read + "
            + event.tokens().cacheWrite()
            + " written, out "
            + event.tokens().output()
            + ", $"
            + event.costUsd());
    told.add(event.credential().name().toLowerCase(Locale.ROOT));
    told.add(event.address() + " " + event.client());
    told.add("dropped " + dropped(record));
    return told.toString();
  }

  static String dropped(LogRecord record) {
    StringJoiner words = new StringJoiner(" ", "[", "]");
    for (DroppedField field : DroppedField.values()) {
      if ((record.droppedFields() & field.bit()) != 0) {
        words.add(field.word());
      }
    }
    return words.toString();
  }

  private static String shortened(String text, int most) {
    return text == null ? "-" : text.substring(0, Math.min(most, text.length()));
  }
}
