package io.banwatch.detect;

import io.banwatch.alert.Explanation;
import io.banwatch.alert.Fact;
import io.banwatch.alert.Finding;
import io.banwatch.alert.Severity;
import io.banwatch.policy.Settings;
import io.banwatch.policy.UnreadableSignal;
import io.banwatch.usage.Reason;
import io.banwatch.usage.Rejection;
import io.banwatch.usage.UsageEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code feed-unreadable}: a large share of the newest records is not understood. A window of
 * records, not of time, since what is not understood has no time.
 *
 * <p>A finding takes the newest event time before it; before any request, when there is none, the
 * epoch: then nothing of the feed was ever understood, and any other time would be invented.
 *
 * <p>A history that is only to be learned from says nothing of how the feed is read now: neither
 * what was understood of it counts, nor what was not.
 */
public final class FeedUnreadable implements FeedSignal {
  /** The signal's stable id. */
  public static final String ID = "feed-unreadable";

  private static final double PERCENT = 100;
  private static final double OVER_BELOW = 0.5;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public void observe(
      UsageEvent event, FeedState state, Settings settings, Consumer<Finding> findings) {
    if (event.history()) {
      return;
    }
    state.unreadable.understood(settings.signals().feedUnreadable().windowRecords());
    if (state.unreadable.rejectedAt == 0) {
      state.unreadable.rejectedAt = event.endMillis();
    }
  }

  @Override
  public void rejected(
      Rejection rejection, FeedState state, Settings settings, Consumer<Finding> findings) {
    UnreadableSignal signal = settings.signals().feedUnreadable();
    UnreadableState seen = state.unreadable;
    seen.rejected(rejection, state.newestAt, signal.windowRecords());
    if (!signal.enabled()
        || seen.allRejected < signal.floor()
        || seen.share() < signal.warningShare()) {
      return;
    }
    Severity severity =
        seen.share() >= signal.criticalShare() ? Severity.CRITICAL : Severity.WARNING;
    findings.accept(
        new Finding(
            ID,
            severity,
            1,
            state.newestAt,
            Finding.UNTIL_RESOLVED,
            () -> explanation(seen, signal)));
  }

  @Override
  public String resolves(UsageEvent event, FeedState state, Settings settings) {
    UnreadableSignal signal = settings.signals().feedUnreadable();
    UnreadableState seen = state.unreadable;
    long quiet = TimeUnit.MINUTES.toMillis(signal.quietMinutes());
    if (seen.share() < OVER_BELOW * signal.warningShare()) {
      return "The feed's records are understood again";
    }
    return event.endMillis() - seen.rejectedAt >= quiet
        ? "No record was rejected for " + PaceWords.duration(quiet)
        : null;
  }

  private static Explanation explanation(UnreadableState seen, UnreadableSignal signal) {
    List<Reason> reasons =
        Stream.of(Reason.values())
            .filter(reason -> seen.by(reason) > 0)
            .sorted(Comparator.comparingInt(seen::by).reversed())
            .toList();
    double percent = Math.floor(PERCENT * seen.share());
    List<Fact> evidence = new ArrayList<>();
    evidence.add(Fact.of("observed", percent));
    evidence.add(Fact.of("threshold", PERCENT * signal.warningShare()));
    evidence.add(Fact.of("unit", "percent"));
    evidence.add(Fact.of("rejected", seen.allRejected));
    evidence.add(Fact.of("records", seen.all));
    evidence.add(
        Fact.of(
            "reasons",
            reasons.stream()
                .map(reason -> reason.word() + " " + seen.by(reason))
                .collect(Collectors.joining(", "))));
    evidence.add(Fact.of("firstPlace", seen.firstSource + ":" + seen.firstOffset));
    return new Explanation(
        String.format(
            Locale.ROOT,
            "%d of the newest %d records (%.0f %%) cannot be understood, most as %s",
            seen.allRejected,
            seen.all,
            percent,
            reasons.get(0).word()),
        "What is not understood is not watched: a ban may be coming in the records that are"
            + " rejected.",
        evidence,
        List.of(
            UnreadableAdvice.of(reasons.get(0)),
            "See rejected.jsonl for file, byte and reason of each; it starts at the place named in"
                + " the evidence."));
  }
}
