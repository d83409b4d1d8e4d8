package io.banwatch.cli;

import io.banwatch.alert.PlainText;
import io.banwatch.flow.LogHints;
import io.banwatch.inspect.Gateway;
import io.banwatch.inspect.Inspection;
import io.banwatch.inspect.Tally;
import io.banwatch.policy.Signals;
import io.banwatch.usage.DroppedField;
import io.banwatch.usage.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an inspection found, for a person. All text of the log comes out escaped and cut. */
final class InspectText {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int SHOWN = 10;
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_DETAIL = 300;
  private static final long PERCENT = 100;

  private final Inspection inspection;
  private final Gateway gateway;
  private final String format;
  private final FormCount forms;
  private final Signals signals;
  private final LabelledLines lines;

  /**
   * @param forms of the values that were read
   * @param signals by the policy
   * @param format as {@code --format} was given, or null
   * @param width of a line
   */
  InspectText(Inspection inspection, FormCount forms, Signals signals, String format, int width) {
    this.inspection = inspection;
    this.forms = forms;
    this.signals = signals;
    boolean received = forms.hasOwn() && !forms.hasOthers();
    this.gateway = received ? Gateway.POSTING : Gateway.of(format);
    this.format = format;
    lines = new LabelledLines(width);
  }

  /**
   * The lines to print.
   *
   * @param files how many the log has
   * @param stopped whether there are more records
   */
  List<String> lines(long files, boolean stopped) {
    understood(files, stopped);
    if (inspection.accepted() > 0) {
      contents();
      lines.gap();
      new FieldsText(inspection, gateway, lines).add();
    }
    if (inspection.records() > 0) {
      lines.gap();
      new FeedText(inspection, signals, lines).add();
    }
    LogHints.of(inspection.rejections().counts(), inspection.skipped(), inspection.accepted(), 0)
        .forEach(hint -> lines.add("note", hint));
    inspection
        .samples()
        .list()
        .forEach(
            record -> {
              lines.gap();
              lines.addWhole(RecordText.of(record));
            });
    return lines.list();
  }

  private void understood(long files, boolean stopped) {
    long records = inspection.records();
    lines.add(
        "read",
        Amount.count(records, "record")
            + " of "
            + Amount.count(files, "file")
            + (stopped ? "; stopped there, --records N reads more" : ""));
    lines.add("format", formatRead());
    if (records > 0) {
      lines.add(
          "understood",
          Amount.count(inspection.accepted()) + " (" + share(inspection.accepted(), records) + ")");
    }
    inspection
        .skippedBy()
        .forEach((skip, count) -> lines.add("skipped", Amount.count(count) + " " + skip.word()));
    inspection
        .rejections()
        .counts()
        .forEach(
            (reason, count) ->
                lines.add(
                    "rejected",
                    Amount.count(count)
                        + " ("
                        + share(count, records)
                        + ") "
                        + reason.word()
                        + "; first at "
                        + place(inspection.rejections().first(reason))));
    inspection
        .droppedFields()
        .forEach(
            (field, count) ->
                lines.add(
                    field == DroppedField.TEXT_CUT ? "cut" : "left out",
                    Amount.count(count, "record") + ": " + field.word()));
  }

  private String formatRead() {
    if (inspection.accepted() > 0 && forms.hasOwn()) {
      return "Banwatch's own, as it writes what it receives"
          + (forms.hasOthers() ? "; and " + otherFormat() : "");
    }
    return otherFormat();
  }

  private String otherFormat() {
    if (format != null && !format.equals("auto")) {
      return PlainText.of(format, LONGEST_DETAIL) + ", as --format says";
    }
    return inspection.accepted() > 0
        ? "LiteLLM's StandardLoggingPayload, recognised by each record"
        : "none recognised";
  }

  /** A moment to the minute, in UTC. */
  static String minute(Instant moment) {
    return MINUTE.format(moment);
  }

  private static String place(Rejection rejection) {
    return PlainText.of(rejection.position().source(), LONGEST_DETAIL)
        + ", byte "
        + rejection.position().offset()
        + ": "
        + PlainText.of(rejection.detail(), LONGEST_DETAIL);
  }

  private void contents() {
    Instant first = Instant.ofEpochMilli(inspection.firstMillis());
    Instant last = Instant.ofEpochMilli(inspection.lastMillis());
    lines.add(
        "covers",
        "%s to %s UTC (%s)"
            .formatted(
                MINUTE.format(first),
                MINUTE.format(last),
                Amount.time(Duration.between(first, last))));
    names("vendors", inspection.names().vendors());
    names("accounts", inspection.names().accounts());
    names("keys", inspection.names().keys());
    names("models", inspection.names().models());
    names("clients", inspection.names().clients());
    names("answers", inspection.names().answers());
  }

  private void names(String label, Tally tally) {
    List<String> shown = new ArrayList<>();
    for (Tally.Count each : tally.top(SHOWN)) {
      shown.add(PlainText.of(each.name(), LONGEST_NAME) + " " + Amount.count(each.count()));
    }
    int others = tally.distinct() - shown.size();
    String rest = others > 0 ? ", and " + Amount.count(others) + " more" : "";
    lines.add(
        label,
        shown.isEmpty()
            ? "none"
            : Amount.count(tally.distinct()) + ": " + String.join(", ", shown) + rest);
  }

  /** A part of a whole in percent, for people. */
  static String share(long part, long whole) {
    return whole == 0 ? "none" : PERCENT * part / whole + " %";
  }
}
