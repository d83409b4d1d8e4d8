package io.banwatch.cli;

import io.banwatch.alert.PlainText;
import io.banwatch.usage.DroppedField;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Position;
import io.banwatch.usage.RateLimits;
import io.banwatch.usage.Tokens;
import io.banwatch.usage.UsageEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One request as Banwatch reads it, one field a line. Texts from the log come out escaped. */
final class RecordText {
  private static final DateTimeFormatter MILLISECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int LONGEST_TEXT = 200;
  private static final double MILLIS = 1000.0;

  private final List<String> lines = new ArrayList<>();

  private RecordText() {}

  /** The lines to print. */
  static List<String> of(LogRecord record) {
    RecordText text = new RecordText();
    text.add(record);
    return text.lines;
  }

  private void add(LogRecord record) {
    UsageEvent event = record.event();
    Position position = record.position();
    lines.add(
        "a record at "
            + PlainText.of(position.source(), LONGEST_TEXT)
            + ", byte "
            + position.offset()
            + (position.index() < 0 ? "" : ", element " + position.index()));
    add(
        "ended",
        MILLISECOND.format(Instant.ofEpochMilli(event.endMillis()))
            + " UTC, after "
            + lasted(event));
    add("key", event.key());
    add("keyAlias", event.keyAlias());
    add("team", event.team());
    add("user", event.user());
    add("vendor", event.vendor());
    add("account", event.account());
    add("deployment", event.deployment());
    add("host", record.host());
    add("model", event.model());
    Tokens tokens = event.tokens();
    add(
        "tokens",
        tokens.equals(Tokens.NONE)
            ? null
            : String.format(
                Locale.ROOT,
                "input %d, cache reads %d, cache writes %d, output %d",
                tokens.uncachedInput(),
                tokens.cacheRead(),
                tokens.cacheWrite(),
                tokens.output()));
    add(
        "cost",
        event.costUsd() == 0 ? null : String.format(Locale.ROOT, "%.6f USD", event.costUsd()));
    add("limits", limits(event.rateLimits()));
    add("answer", event.answerClass().word() + ", by the " + event.answeredBy().word());
    add("client", event.client());
    add("credential", event.credential().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    add("address", event.address());
    for (DroppedField field : DroppedField.values()) {
      if ((record.droppedFields() & field.bit()) != 0) {
        add("left out", field.word());
      }
    }
  }

  private static String limits(RateLimits limits) {
    return limits == null
        ? null
        : "requests %s of %s left, tokens %s of %s left"
            .formatted(
                known(limits.requestsRemaining()),
                known(limits.requestsAllowed()),
                known(limits.tokensRemaining()),
                known(limits.tokensAllowed()));
  }

  private static String known(long number) {
    return number == RateLimits.UNKNOWN ? "?" : Long.toString(number);
  }

  private static String lasted(UsageEvent event) {
    long millis = Duration.ofMillis(event.endMillis() - event.startMillis()).toMillis();
    return String.format(Locale.ROOT, "%.3f s", millis / MILLIS);
  }

  private void add(String name, String value) {
    String shown = value == null ? "not logged" : PlainText.of(value, LONGEST_TEXT);
    lines.add(String.format(Locale.ROOT, "  %-11s %s", name, shown));
  }
}
