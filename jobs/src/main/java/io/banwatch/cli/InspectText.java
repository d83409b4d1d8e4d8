package io.banwatch.cli;

import io.banwatch.alert.PlainText;
import io.banwatch.flow.LogHints;
import io.banwatch.inspect.Addresses;
import io.banwatch.inspect.Field;
import io.banwatch.inspect.FieldShare;
import io.banwatch.inspect.Gateway;
import io.banwatch.inspect.Inspection;
import io.banwatch.inspect.Tally;
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
  private static final int LABEL_WIDTH = 11;
  private static final int SHOWN = 10;
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_DETAIL = 300;
  private static final long PERCENT = 100;

  private final Inspection inspection;
  private final Gateway gateway;
  private final String format;
  private final int width;
  private final List<String> lines = new ArrayList<>();

  /**
   * @param format as {@code --format} was given, or null
   * @param width of a line
   */
  InspectText(Inspection inspection, Gateway gateway, String format, int width) {
    this.inspection = inspection;
    this.gateway = gateway;
    this.format = format;
    this.width = width;
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
      lines.add("");
      addresses();
      lines.add("");
      lacks();
    }
    LogHints.of(inspection.rejections().counts(), inspection.skipped(), inspection.accepted(), 0)
        .forEach(hint -> add("note", hint));
    inspection
        .samples()
        .list()
        .forEach(
            record -> {
              lines.add("");
              lines.addAll(RecordText.of(record));
            });
    return lines;
  }

  private void understood(long files, boolean stopped) {
    long records = inspection.records();
    add(
        "read",
        Amount.count(records, "record")
            + " of "
            + Amount.count(files, "file")
            + (stopped ? "; stopped there, --records N reads more" : ""));
    add("format", formatRead());
    if (records > 0) {
      add(
          "understood",
          Amount.count(inspection.accepted()) + " (" + share(inspection.accepted(), records) + ")");
    }
    inspection
        .skippedBy()
        .forEach((skip, count) -> add("skipped", Amount.count(count) + " " + skip.word()));
    inspection
        .rejections()
        .counts()
        .forEach(
            (reason, count) ->
                add(
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
                add(
                    field == DroppedField.TEXT_CUT ? "cut" : "left out",
                    Amount.count(count, "record") + ": " + field.word()));
  }

  private String formatRead() {
    if (format != null && !format.equals("auto")) {
      return PlainText.of(format, LONGEST_DETAIL) + ", as --format says";
    }
    return inspection.accepted() > 0
        ? "LiteLLM's StandardLoggingPayload, recognised by each record"
        : "none recognised";
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
    add(
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
    add(
        label,
        shown.isEmpty()
            ? "none"
            : Amount.count(tally.distinct()) + ": " + String.join(", ", shown) + rest);
  }

  private void addresses() {
    Addresses addresses = inspection.addresses();
    add(
        "addresses",
        "%s of the records have one, %s a public one; %s different"
            .formatted(
                share(addresses.with(), addresses.records()),
                share(addresses.withPublic(), addresses.records()),
                Amount.count(addresses.distinct())));
    String most =
        addresses.mostUsed() == null ? "" : PlainText.of(addresses.mostUsed(), LONGEST_NAME);
    switch (addresses.verdict()) {
      case USEFUL -> add("", "they tell callers apart");
      case NONE -> add("", "without them nobody's place is known");
      case MOSTLY_PRIVATE ->
          add(
              "",
              "most are not public, above all "
                  + most
                  + ": likely your load balancer or proxy, not the callers");
      case ONE_FOR_ALL ->
          add(
              "",
              "nearly all share "
                  + most
                  + ", whatever their key: likely your load balancer, not the callers");
    }
  }

  private void lacks() {
    boolean any = false;
    for (Field field : Field.values()) {
      FieldShare share = inspection.share(field);
      boolean shared =
          field == Field.ADDRESS
              && inspection.addresses().verdict() == Addresses.Verdict.ONE_FOR_ALL;
      if (share.isEnough() && !shared) {
        continue;
      }
      any = true;
      add("lacking", field.word() + lack(share, shared));
      add("", gateway.word() + ": " + gateway.settingFor(field));
    }
    if (!any) {
      add("lacking", "nothing: every signal finds what it needs");
    }
  }

  private static String lack(FieldShare share, boolean shared) {
    String signals = String.join(", ", share.field().signals());
    if (shared) {
      return ", since all share one; little or nothing seen by " + signals;
    }
    String amount =
        share.present() == 0 ? "in no record" : "in only " + share.percent() + " % of records";
    return " (" + amount + "); less seen by " + signals;
  }

  private static String share(long part, long whole) {
    return whole == 0 ? "none" : PERCENT * part / whole + " %";
  }

  private void add(String label, String text) {
    String shown = label;
    for (String line : Lines.wrap(text, width - LABEL_WIDTH)) {
      lines.add(
          (String.format(Locale.ROOT, "%-" + LABEL_WIDTH + "s", shown) + line).stripTrailing());
      shown = "";
    }
  }
}
