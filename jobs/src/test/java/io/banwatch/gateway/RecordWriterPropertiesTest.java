package io.banwatch.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.usage.Credential;
import io.banwatch.usage.DroppedField;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Position;
import io.banwatch.usage.RateLimits;
import io.banwatch.usage.Reason;
import io.banwatch.usage.Rejection;
import io.banwatch.usage.Skip;
import io.banwatch.usage.Tokens;
import io.banwatch.usage.UsageEvent;
import io.banwatch.vendor.AnswerClass;
import io.banwatch.vendor.AnsweredBy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RecordWriterPropertiesTest {
  private static final Position ANYWHERE = new Position("usage.jsonl", 1000, 0, -1);
  private static final long FROM = Instant.parse("2015-01-01T00:00:00Z").toEpochMilli();
  private static final long UNTIL = Instant.parse("2099-12-31T00:00:00Z").toEpochMilli();

  private final UsageDecoder decoder = Decoders.decoder(Samples.SETTINGS);

  @Property(tries = 3_000)
  void anEventIsReadAsItWasWritten(@ForAll("events") LogRecord event) throws IOException {
    assertThat(readAgain(event)).isEqualTo(event);
  }

  @Property(tries = 500)
  void aRejectionIsReadAsItWasWritten(
      @ForAll Reason reason, @ForAll("fields") String field, @ForAll("details") String detail)
      throws IOException {
    Rejection rejection = new Rejection(ANYWHERE, reason, field, detail);
    assertThat(readAgain(LogRecord.rejected(rejection))).isEqualTo(LogRecord.rejected(rejection));
  }

  @Property
  void aSkipIsReadAsItWasWritten(@ForAll Skip skip) throws IOException {
    LogRecord skipped = LogRecord.skipped(ANYWHERE, skip);
    assertThat(readAgain(skipped)).isEqualTo(skipped);
  }

  @Property(tries = 1_000)
  void aLineIsAsciiWithOneNewlineAtItsEnd(@ForAll("events") LogRecord event) throws IOException {
    String line = line(event);
    assertThat(line).endsWith("}\n");
    assertThat(line.substring(0, line.length() - 1).chars()).allMatch(c -> c >= ' ' && c < 0x7F);
  }

  @Provide
  Arbitrary<String> fields() {
    return Arbitraries.of("startTime", "/metadata/key", "endTime").injectNull(0.2);
  }

  @Provide
  Arbitrary<String> details() {
    return Arbitraries.strings().alpha().withChars(" ,;'\"\\").ofMinLength(1).ofMaxLength(300);
  }

  @Provide
  Arbitrary<LogRecord> events() {
    Arbitrary<Integer> dropped = Arbitraries.integers().between(0, allDropped());
    return Combinators.combine(identified(), used(), texts().injectNull(0.3), dropped)
        .as((who, what, host, fields) -> LogRecord.of(ANYWHERE, joined(who, what), fields, host));
  }

  private static int allDropped() {
    int all = 0;
    for (DroppedField field : DroppedField.values()) {
      all |= field.bit();
    }
    return all;
  }

  /** Who asked, with nothing of what was used. */
  private static Arbitrary<UsageEvent> identified() {
    Arbitrary<String> maybe = texts().injectNull(0.3);
    Arbitrary<Long> times = Arbitraries.longs().between(FROM, UNTIL);
    return Combinators.combine(texts(), maybe, maybe, maybe, texts(), maybe, maybe, times)
        .as(
            (key, alias, team, user, vendor, account, deployment, start) ->
                new UsageEvent(
                    Hash64.ofKey(key, vendor),
                    0,
                    start,
                    start,
                    key,
                    alias,
                    team,
                    user,
                    vendor,
                    account,
                    deployment,
                    null,
                    Tokens.NONE,
                    0,
                    AnswerClass.OK,
                    AnsweredBy.VENDOR,
                    null,
                    Credential.UNKNOWN,
                    null,
                    false));
  }

  private static Arbitrary<UsageEvent> used() {
    Arbitrary<String> maybe = texts().injectNull(0.3);
    Arbitrary<String> addresses =
        Arbitraries.of("203.0.113.9", "2001:db8::1", "10.0.0.1").injectNull(0.3);
    Arbitrary<Double> costs = Arbitraries.doubles().between(0, 100_000).injectDuplicates(0.1);
    return Combinators.combine(
            Arbitraries.longs().between(0, 86_400_000),
            Arbitraries.longs(),
            tokens(),
            costs,
            Combinators.combine(
                    Arbitraries.of(AnswerClass.values()),
                    Arbitraries.of(AnsweredBy.values()),
                    Arbitraries.of(Credential.values()),
                    limits())
                .as(Answered::new),
            maybe,
            maybe,
            addresses)
        .as(
            (millis, hash, tokens, cost, answered, model, client, address) ->
                new UsageEvent(
                    0,
                    hash,
                    0,
                    millis,
                    "",
                    null,
                    null,
                    null,
                    "",
                    null,
                    null,
                    model,
                    tokens,
                    cost,
                    answered.answer(),
                    answered.by(),
                    client,
                    answered.credential(),
                    address,
                    false,
                    answered.limits()));
  }

  private record Answered(
      AnswerClass answer, AnsweredBy by, Credential credential, RateLimits limits) {}

  private static Arbitrary<RateLimits> limits() {
    Arbitrary<Long> numbers = Arbitraries.longs().between(RateLimits.UNKNOWN, RateLimits.MOST);
    return Combinators.combine(numbers, numbers, numbers, numbers)
        .as(RateLimits::of)
        .injectNull(0.5);
  }

  private static Arbitrary<Tokens> tokens() {
    Arbitrary<Long> counts = Arbitraries.longs().between(0, Tokens.MOST);
    return Combinators.combine(counts, counts, counts, counts).as(Tokens::new);
  }

  /** As a decoder keeps them: of any hostile text. */
  private static Arbitrary<String> texts() {
    Arbitrary<String> hostile = Arbitraries.strings().all().ofMaxLength(260);
    Arbitrary<String> ordinary =
        Arbitraries.of(
            "claude-sonnet-4-5",
            " Bearer sk-ant-0123456789",
            "bearer abcdefgh then sk-0123456789",
            "someone@example.com@example.org",
            "\u001b[31mred\u2028",
            "\uD83D\uDE00 smile",
            "\uD83D alone",
            "a".repeat(199) + " b");
    return Arbitraries.oneOf(hostile, ordinary)
        .map(text -> KeptText.of(wellFormed(text), true).value())
        .filter(text -> text != null);
  }

  /** A decoder never gives half a pair: see {@link JsonString}. */
  private static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static UsageEvent joined(UsageEvent who, UsageEvent what) {
    return new UsageEvent(
        who.identity(),
        what.requestHash(),
        who.startMillis(),
        Math.min(who.startMillis() + what.endMillis(), UNTIL),
        who.key(),
        who.keyAlias(),
        who.team(),
        who.user(),
        who.vendor(),
        who.account(),
        who.deployment(),
        what.model(),
        what.tokens(),
        what.costUsd(),
        what.answerClass(),
        what.answeredBy(),
        what.client(),
        what.credential(),
        what.address(),
        false,
        what.rateLimits());
  }

  private static String line(LogRecord logRecord) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RecordWriter writer = new RecordWriter(out);
    writer.write(logRecord);
    writer.flush();
    return out.toString(StandardCharsets.ISO_8859_1);
  }

  /** Decodes the line; where it stands says nothing. */
  private LogRecord readAgain(LogRecord written) throws IOException {
    LogRecord read = Samples.record(decoder, line(written).stripTrailing());
    if (read.rejection() != null) {
      Rejection rejection = read.rejection();
      return LogRecord.rejected(
          new Rejection(ANYWHERE, rejection.reason(), rejection.field(), rejection.detail()));
    }
    return new LogRecord(
        ANYWHERE, read.event(), null, read.skip(), read.droppedFields(), read.host(), false);
  }
}
