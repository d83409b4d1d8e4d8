package io.banwatch.cli;

import io.banwatch.alert.PlainText;
import io.banwatch.inspect.Addresses;
import io.banwatch.inspect.Field;
import io.banwatch.inspect.FieldShare;
import io.banwatch.inspect.Gateway;
import io.banwatch.inspect.Inspection;

/** Which fields a log lacks, who sees less for it, and what to do about it. */
final class FieldsText {
  private static final int LONGEST_NAME = 60;

  private final Inspection inspection;
  private final Gateway gateway;
  private final LabelledLines lines;

  FieldsText(Inspection inspection, Gateway gateway, LabelledLines lines) {
    this.inspection = inspection;
    this.gateway = gateway;
    this.lines = lines;
  }

  /** Adds the lines. */
  void add() {
    addresses();
    lines.gap();
    lacks();
  }

  private void addresses() {
    Addresses addresses = inspection.addresses();
    lines.add(
        "addresses",
        "%s of the records have one, %s a public one; %s different"
            .formatted(
                InspectText.share(addresses.with(), addresses.records()),
                InspectText.share(addresses.withPublic(), addresses.records()),
                Amount.count(addresses.distinct())));
    String most =
        addresses.mostUsed() == null ? "" : PlainText.of(addresses.mostUsed(), LONGEST_NAME);
    switch (addresses.verdict()) {
      case USEFUL -> lines.add("", "they tell callers apart");
      case NONE -> lines.add("", "without them nobody's place is known");
      case MOSTLY_PRIVATE ->
          lines.add(
              "",
              "most are not public, above all "
                  + most
                  + ": likely your load balancer or proxy, not the callers");
      case ONE_FOR_ALL ->
          lines.add(
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
      lines.add("lacking", field.word() + lack(share, shared));
      lines.add("", gateway.word() + ": " + gateway.settingFor(field));
    }
    if (!any) {
      lines.add("lacking", "nothing: every signal and dashboard finds what it needs");
    }
  }

  private static String lack(FieldShare share, boolean shared) {
    String signals =
        share.field() == Field.RATE_LIMITS
            ? "the dashboards, of how near an account is to its limits"
            : String.join(", ", share.field().signals());
    if (shared) {
      return ", since all share one; little or nothing seen by " + signals;
    }
    String amount =
        share.present() == 0 ? "in no record" : "in only " + share.percent() + " % of records";
    return " (" + amount + "); less seen by " + signals;
  }
}
