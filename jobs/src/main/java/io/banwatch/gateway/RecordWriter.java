package io.banwatch.gateway;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.banwatch.alert.AlertEscapes;
import io.banwatch.alert.IsoTime;
import io.banwatch.usage.Credential;
import io.banwatch.usage.DroppedField;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.RateLimits;
import io.banwatch.usage.Rejection;
import io.banwatch.usage.Tokens;
import io.banwatch.usage.UsageEvent;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * Writes records in Banwatch's own form, one line of ASCII each: all that a decoder kept, and so
 * neither prompt nor completion, error text nor credential. Decoding a line gives the record again.
 * What is null, unknown or zero is left out, but for limits that are zero. Not thread-safe.
 */
public final class RecordWriter implements Closeable {
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .characterEscapes(new AlertEscapes())
          .rootValueSeparator((String) null)
          .build();

  private final JsonGenerator json;

  /**
   * @param out receives whole lines, at the latest when the writer is flushed
   */
  public RecordWriter(OutputStream out) throws IOException {
    json = FACTORY.createGenerator(out);
  }

  /** Writes one record and a newline. */
  public void write(LogRecord logRecord) throws IOException {
    json.writeStartObject();
    json.writeNumberField(RecordField.BANWATCH, RecordField.VERSION);
    if (logRecord.rejection() != null) {
      rejection(logRecord.rejection());
    } else if (logRecord.skip() != null) {
      json.writeStringField(RecordField.SKIPPED, logRecord.skip().word());
    } else {
      event(logRecord.event());
      text(RecordField.HOST, logRecord.host());
      dropped(logRecord.droppedFields());
    }
    json.writeEndObject();
    json.writeRaw('\n');
  }

  /** Hands everything on that was written. */
  public void flush() throws IOException {
    json.flush();
  }

  @Override
  public void close() throws IOException {
    json.close();
  }

  private void rejection(Rejection rejection) throws IOException {
    json.writeStringField(RecordField.REJECTED, rejection.reason().word());
    text(RecordField.FIELD, rejection.field());
    text(RecordField.DETAIL, rejection.detail());
    json.writeNumberField(RecordField.BYTES, rejection.position().bytes());
  }

  private void event(UsageEvent event) throws IOException {
    if (event.requestHash() != 0) {
      String hash = String.format(Locale.ROOT, "%016x", event.requestHash());
      json.writeStringField(RecordField.REQUEST_HASH, hash);
    }
    json.writeStringField(RecordField.START_TIME, IsoTime.format(event.startMillis()));
    json.writeStringField(RecordField.END_TIME, IsoTime.format(event.endMillis()));
    json.writeStringField(RecordField.KEY, event.key());
    text(RecordField.KEY_ALIAS, event.keyAlias());
    text(RecordField.TEAM, event.team());
    text(RecordField.USER, event.user());
    json.writeStringField(RecordField.VENDOR, event.vendor());
    text(RecordField.ORGANIZATION, event.account());
    text(RecordField.DEPLOYMENT, event.deployment());
    text(RecordField.MODEL, event.model());
    tokens(event.tokens());
    if (event.costUsd() != 0) {
      json.writeNumberField(RecordField.COST, event.costUsd());
    }
    json.writeStringField(RecordField.ANSWER, event.answerClass().word());
    json.writeStringField(RecordField.ANSWERED_BY, event.answeredBy().word());
    text(RecordField.CLIENT, event.client());
    if (event.credential() != Credential.UNKNOWN) {
      json.writeStringField(RecordField.CREDENTIAL, RecordWords.word(event.credential()));
    }
    text(RecordField.ADDRESS, event.address());
    if (event.rateLimits() != null) {
      limits(event.rateLimits());
    }
  }

  /** Nothing left is worth knowing, so zero is written. */
  private void limits(RateLimits limits) throws IOException {
    limit(RecordField.REQUESTS_ALLOWED, limits.requestsAllowed());
    limit(RecordField.REQUESTS_REMAINING, limits.requestsRemaining());
    limit(RecordField.TOKENS_ALLOWED, limits.tokensAllowed());
    limit(RecordField.TOKENS_REMAINING, limits.tokensRemaining());
  }

  private void limit(String name, long limit) throws IOException {
    if (limit != RateLimits.UNKNOWN) {
      json.writeNumberField(name, limit);
    }
  }

  /** OpenTelemetry's input counts what the cache read and wrote, too. */
  private void tokens(Tokens tokens) throws IOException {
    count(
        RecordField.INPUT_TOKENS,
        tokens.uncachedInput() + tokens.cacheRead() + tokens.cacheWrite());
    count(RecordField.CACHE_READ_TOKENS, tokens.cacheRead());
    count(RecordField.CACHE_WRITE_TOKENS, tokens.cacheWrite());
    count(RecordField.OUTPUT_TOKENS, tokens.output());
  }

  private void dropped(int fields) throws IOException {
    if (fields == 0) {
      return;
    }
    json.writeArrayFieldStart(RecordField.DROPPED);
    for (DroppedField field : DroppedField.values()) {
      if ((fields & field.bit()) != 0) {
        json.writeString(field.word());
      }
    }
    json.writeEndArray();
  }

  private void count(String name, long count) throws IOException {
    if (count != 0) {
      json.writeNumberField(name, count);
    }
  }

  private void text(String name, String text) throws IOException {
    if (text != null) {
      json.writeStringField(name, text);
    }
  }
}
