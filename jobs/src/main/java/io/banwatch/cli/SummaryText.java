package io.banwatch.cli;

import io.banwatch.alert.PlainText;
import io.banwatch.alert.Severity;
import io.banwatch.flow.ReplaySummary;
import io.banwatch.usage.DroppedField;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A replay's summary for a person. What was read comes first: without data, silence says nothing.
 */
final class SummaryText {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final int LONGEST_SOURCE = 100;
  private static final int LONGEST_HINT = 600;
  private static final int TEXT_WIDTH = 69;

  private final ReplaySummary summary;
  private final List<String> lines = new ArrayList<>();

  private SummaryText(ReplaySummary summary) {
    this.summary = summary;
  }

  /** The lines to print. */
  static List<String> of(ReplaySummary summary) {
    return new SummaryText(summary).lines();
  }

  private List<String> lines() {
    read();
    covers();
    add(
        "geo data",
        PlainText.of(summary.geoSource(), LONGEST_SOURCE)
            + " of "
            + DAY.format(summary.geoBuiltAt()));
    add("policy", summary.policy());
    alerts();
    for (String hint : summary.hints()) {
      String label = "note";
      for (String line : Lines.wrap(PlainText.of(hint, LONGEST_HINT), TEXT_WIDTH)) {
        add(label, line);
        label = "";
      }
    }
    return lines;
  }

  private void read() {
    add(
        "read",
        String.format(
            Locale.ROOT,
            "%s, %s in %.1f s (%s records/s)",
            Amount.count(summary.lines(), "record"),
            Amount.bytes(summary.bytes()),
            summary.seconds(),
            Amount.count(Math.round(summary.linesPerSecond()))));
    add("", Amount.count(summary.accepted()) + " accepted");
    addReasons(summary.rejected(), "rejected", summary.rejectedBy(), reason -> reason.word());
    addReasons(summary.skipped(), "skipped", summary.skippedBy(), skip -> skip.word());
    dropped();
    if (summary.late() > 0) {
      add("", Amount.count(summary.late()) + " too late for the pace signals");
    }
  }

  private void dropped() {
    Map<DroppedField, Long> absurd = new TreeMap<>(summary.droppedFields());
    Long cut = absurd.remove(DroppedField.TEXT_CUT);
    long dropped = absurd.values().stream().mapToLong(Long::longValue).sum();
    addReasons(
        dropped,
        dropped == 1 ? "absurd field left out" : "absurd fields left out",
        absurd,
        field -> field.word());
    if (cut != null && cut > 0) {
      add("", Amount.count(cut, "record") + " with an overlong text, which was cut");
    }
  }

  private void covers() {
    if (summary.firstEvent() == null) {
      add("covers", "nothing: no record of the log is a request");
      return;
    }
    Instant first = summary.firstEvent();
    Instant last = summary.lastEvent();
    add(
        "covers",
        "%s to %s UTC (%s), %s of %s"
            .formatted(
                MINUTE.format(first),
                MINUTE.format(last),
                Amount.time(Duration.between(first, last)),
                Amount.count(summary.keys(), "key"),
                Amount.count(summary.accounts(), "account")));
  }

  private void alerts() {
    List<String> bySeverity = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = summary.alerts().getOrDefault(severity, 0L);
      if (count > 0) {
        bySeverity.add(0, Amount.count(count) + " " + severity.word());
      }
    }
    add("alerts", bySeverity.isEmpty() ? "none" : String.join(", ", bySeverity));
    if (!summary.signals().isEmpty()) {
      List<String> bySignal = new ArrayList<>();
      new TreeMap<>(summary.signals())
          .forEach((signal, count) -> bySignal.add(signal + " " + Amount.count(count)));
      Lines.wrap(String.join(", ", bySignal), TEXT_WIDTH).forEach(line -> add("", line));
    }
  }

  private <T extends Enum<T>> void addReasons(
      long total, String what, Map<T, Long> counts, Function<T, String> word) {
    if (total == 0) {
      return;
    }
    List<String> parts = new ArrayList<>();
    new TreeMap<>(counts)
        .forEach(
            (reason, count) -> {
              if (count > 0) {
                parts.add(word.apply(reason) + " " + Amount.count(count));
              }
            });
    add("", "%s %s (%s)".formatted(Amount.count(total), what, String.join(", ", parts)));
  }

  private void add(String label, String text) {
    lines.add(String.format(Locale.ROOT, "%-9s %s", label, text));
  }
}
