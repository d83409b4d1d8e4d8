package io.banwatch.receive;

import io.banwatch.gateway.RecordWriter;
import io.banwatch.gateway.UsageDecoder;
import io.banwatch.log.StreamedRecords;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Position;
import io.banwatch.usage.Reason;
import io.banwatch.usage.Rejection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * One body on its way into the log: framed, decoded, reduced, appended in parts as it streams in. A
 * body that breaks leaves in the log what was whole before, because most gateways do not send
 * again, and one line that says what was lost; it is not acknowledged.
 */
final class Body {
  private static final int BLOCK_BYTES = 1 << 16;
  private static final int BATCH_BYTES = 1 << 20;
  private static final int BAD_REQUEST = 400;

  /** A body that begins with so many values of which none is JSON is not read further. */
  private static final int MOST_GARBAGE = 1_000;

  private static final String SOURCE = "http";

  private final UsageLog log;
  private final Counters counters;
  private final DecoderPool decoders;
  private final Tally all = new Tally();
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private final RecordWriter writer;
  private Tally batch = new Tally();

  Body(UsageLog log, Counters counters, DecoderPool decoders) throws IOException {
    this.log = log;
    this.counters = counters;
    this.decoders = decoders;
    writer = new RecordWriter(lines);
  }

  /** What its values became, as far as it was read. */
  Tally tally() {
    return all;
  }

  /**
   * Reads it to its end and returns when all of it is durable.
   *
   * @throws BodyException when it cannot be read further; what was read is durable
   * @throws IOException when the log cannot be written
   */
  void receive(BodyStream in, int longestRecord) throws IOException {
    StreamedRecords records = new StreamedRecords(in, SOURCE, longestRecord, BLOCK_BYTES);
    try {
      while (records.read()) {
        decode(records);
        if (lines.size() >= BATCH_BYTES) {
          append();
        }
        if (all.nothingIsJson() && all.rejected() >= MOST_GARBAGE) {
          throw new BodyException(BAD_REQUEST, Reason.NOT_JSON, "this is not JSON", null);
        }
      }
    } catch (BodyException e) {
      Position rest = new Position(SOURCE, in.bytesRead(), 0, -1);
      add(LogRecord.rejected(new Rejection(rest, e.reason(), null, e.getMessage())));
      append();
      throw e;
    } finally {
      counters.read(in.bytesRead());
    }
    append();
  }

  private void decode(StreamedRecords records) throws IOException {
    UsageDecoder decoder = decoders.take();
    try {
      records.decode(decoder, this::add);
    } finally {
      decoders.giveBack(decoder);
    }
  }

  private void add(LogRecord logRecord) {
    try {
      writer.write(logRecord);
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be written", e);
    }
    all.add(logRecord);
    batch.add(logRecord);
  }

  private void append() throws IOException {
    writer.flush();
    byte[] bytes = lines.toByteArray();
    lines.reset();
    log.append(bytes);
    counters.written(batch, bytes.length);
    batch = new Tally();
  }
}
