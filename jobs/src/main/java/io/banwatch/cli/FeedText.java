package io.banwatch.cli;

import io.banwatch.detect.AddressUseless;
import io.banwatch.detect.FeedSilent;
import io.banwatch.detect.FeedUnreadable;
import io.banwatch.inspect.Addresses;
import io.banwatch.inspect.Inspection;
import io.banwatch.policy.AddressSignal;
import io.banwatch.policy.Signals;
import io.banwatch.policy.SilenceSignal;
import io.banwatch.policy.UnreadableSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What the signals about the log itself make of it: how often it is silent, and how readable. */
final class FeedText {
  private static final String LABEL = "feed";
  private static final double PERCENT = 100;

  private final Inspection inspection;
  private final Signals signals;
  private final LabelledLines lines;

  /**
   * @param signals by the policy
   */
  FeedText(Inspection inspection, Signals signals, LabelledLines lines) {
    this.inspection = inspection;
    this.signals = signals;
    this.lines = lines;
  }

  /** Adds the lines. */
  void add() {
    silence(signals.feedSilent());
    unreadable(signals.feedUnreadable());
    addresses(signals.addressUseless());
  }

  private void silence(SilenceSignal signal) {
    if (inspection.accepted() < 2) {
      return;
    }
    String longest =
        "longest silence "
            + Amount.time(Duration.ofMillis(inspection.silenceMillis()))
            + ", since "
            + InspectText.minute(Instant.ofEpochMilli(inspection.silentSince()))
            + " UTC; ";
    lines.add(
        LABEL,
        longest
            + (signal.enabled()
                ? String.format(
                    Locale.ROOT,
                    "%s tells of %s times the longest usual at such an hour, %d minutes at least",
                    FeedSilent.ID,
                    number(signal.margin()),
                    signal.floorMinutes())
                : off(FeedSilent.ID)));
  }

  private void unreadable(UnreadableSignal signal) {
    long rejected = inspection.rejections().total();
    long records = inspection.records();
    String share = InspectText.share(rejected, records) + " cannot be understood; ";
    if (!signal.enabled()) {
      lines.add(LABEL, share + off(FeedUnreadable.ID));
      return;
    }
    boolean told = rejected >= signal.floor() && rejected >= signal.warningShare() * records;
    lines.add(
        LABEL,
        share
            + FeedUnreadable.ID
            + (told ? " would tell of that: it does from " : " tells from ")
            + number(PERCENT * signal.warningShare())
            + " % of the newest "
            + Amount.count(signal.windowRecords(), "record")
            + " on");
  }

  private void addresses(AddressSignal signal) {
    if (inspection.accepted() == 0) {
      return;
    }
    if (!signal.enabled()) {
      lines.add(LABEL, off(AddressUseless.ID));
      return;
    }
    boolean useful = inspection.addresses().verdict() == Addresses.Verdict.USEFUL;
    lines.add(
        LABEL,
        useful
            ? AddressUseless.ID + " would not tell: addresses differ"
            : AddressUseless.ID
                + " tells when all of "
                + Amount.count(signal.requests(), "request")
                + " of a day, of "
                + Amount.count(signal.keys(), "key")
                + " or more, come from one public address or none: see addresses");
  }

  private static String off(String signal) {
    return signal + " is switched off in the policy";
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%s", value);
  }
}
