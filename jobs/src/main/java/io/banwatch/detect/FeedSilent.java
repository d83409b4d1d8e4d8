package io.banwatch.detect;

import io.banwatch.alert.Explanation;
import io.banwatch.alert.Fact;
import io.banwatch.alert.Finding;
import io.banwatch.alert.Severity;
import io.banwatch.policy.Settings;
import io.banwatch.policy.SilenceSignal;
import io.banwatch.usage.UsageEvent;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * {@code feed-silent}: no request came for longer than this feed's own habit. Its habit is the
 * longest silence that began at such an hour of the week, times a margin: nights and weekends have
 * theirs. Judged by the times of the requests, so that a replay finds what the live run found.
 *
 * <p>Once all hours of a week were seen, a silence that was told is learned only as long as it was
 * expected, so that an outage does not become a habit, and a new habit is told a few times at most.
 */
public final class FeedSilent implements FeedSignal {
  /** The signal's stable id. */
  public static final String ID = "feed-silent";

  private static final long DAY = 86_400_000;

  /** Until each hour of the week, and its neighbours, was seen once. */
  private static final long ALL_HOURS_SEEN = 8 * DAY;

  /** The epoch was a Thursday. */
  private static final long SATURDAY = 2 * DAY;

  private static final long MONDAY = 4 * DAY;
  private static final long WEEK = 7 * DAY;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public void observe(
      UsageEvent event, FeedState state, Settings settings, Consumer<Finding> findings) {
    if (state.newestAt == 0 || event.endMillis() <= state.newestAt) {
      return;
    }
    long silence = event.endMillis() - state.newestAt;
    SilenceSignal signal = settings.signals().feedSilent();
    if (silence > TimeUnit.MINUTES.toMillis(signal.floorMinutes())
        && state.newestAt - state.firstAt >= ALL_HOURS_SEEN
        && event.endMillis() > silentAt(state, settings)) {
      silence = habit(state, signal);
    }
    state.silence.learn(state.newestAt, silence);
  }

  @Override
  public String resolves(UsageEvent event, FeedState state, Settings settings) {
    return "Requests come again after a silence of "
        + PaceWords.duration(event.endMillis() - state.newestAt);
  }

  /**
   * When the silence since the newest request becomes unusual, in event time; {@link
   * Long#MAX_VALUE} while no silence of this feed is told.
   */
  static long silentAt(FeedState state, Settings settings) {
    SilenceSignal signal = settings.signals().feedSilent();
    return signal.enabled() && state.newestAt > 0 && state.requests >= signal.requestsBefore()
        ? state.newestAt + habit(state, signal)
        : Long.MAX_VALUE;
  }

  /** When that silence is so long that it becomes critical; {@link Long#MAX_VALUE} likewise. */
  static long criticalAt(FeedState state, Settings settings) {
    SilenceSignal signal = settings.signals().feedSilent();
    return silentAt(state, settings) == Long.MAX_VALUE
        ? Long.MAX_VALUE
        : state.newestAt + (long) (signal.criticalAtHabits() * habit(state, signal));
  }

  /** That the feed is silent since its newest request, found at this moment of event time. */
  static Finding silent(Severity severity, long at, FeedState state, Settings settings) {
    return new Finding(
        ID,
        severity,
        1,
        at,
        Finding.UNTIL_RESOLVED,
        () -> explanation(at - state.newestAt, state, settings.signals().feedSilent()));
  }

  private static long habit(FeedState state, SilenceSignal signal) {
    long floor = TimeUnit.MINUTES.toMillis(signal.floorMinutes());
    long ceiling = Math.max(floor, TimeUnit.HOURS.toMillis(signal.ceilingHours()));
    long age = state.newestAt - state.firstAt;
    if (age < DAY) {
      return Math.min(ceiling, (long) (floor * signal.youngFactor()));
    }
    long usual = Math.max(floor, (long) (signal.margin() * longest(state, signal)));
    boolean firstWeekend = age < ALL_HOURS_SEEN && touchesWeekend(state.newestAt, usual);
    return firstWeekend ? ceiling : Math.min(ceiling, usual);
  }

  private static long longest(FeedState state, SilenceSignal signal) {
    long here = SilenceState.NONE;
    if (state.newestAt - state.firstAt >= ALL_HOURS_SEEN) {
      here = state.silence.longestAround(state.newestAt, signal.requestsAtThatHour());
    }
    return here == SilenceState.NONE ? state.silence.longest() : here;
  }

  private static boolean touchesWeekend(long from, long millis) {
    long ofWeek = Math.floorMod(from, WEEK);
    boolean weekend = ofWeek >= SATURDAY && ofWeek < MONDAY;
    return weekend || millis >= Math.floorMod(SATURDAY - from, WEEK);
  }

  private static Explanation explanation(long silence, FeedState state, SilenceSignal signal) {
    boolean young = state.newestAt - state.firstAt < DAY;
    long longest = longest(state, signal);
    String usual =
        young
            ? "; the feed is younger than a day"
            : "; the longest usual at such an hour is " + PaceWords.duration(longest);
    return new Explanation(
        "No request has come for " + PaceWords.duration(silence) + usual,
        "While the feed is silent Banwatch sees nothing: neither what enforcement might act on, nor"
            + " that it has acted. No other alert resolves until requests come again.",
        List.of(
            Fact.of("observed", minutes(silence)),
            Fact.of("record", young ? Double.NaN : minutes(longest)),
            Fact.of("threshold", minutes(habit(state, signal))),
            Fact.of("unit", "minutes"),
            Fact.at("lastRequestAt", state.newestAt),
            Fact.of(
                "historySeconds",
                (double) TimeUnit.MILLISECONDS.toSeconds(state.newestAt - state.firstAt))),
        List.of(
            "Send one request through the gateway and see whether it reaches the log.",
            "Look whether the gateway runs, whether its callback or access log is still configured,"
                + " and whether the disk that takes the log is full.",
            "If the gateway was idle on purpose, name the time under planned in the policy, for the"
                + " signal feed-silent."));
  }

  private static double minutes(long millis) {
    return (double) TimeUnit.MILLISECONDS.toMinutes(millis);
  }
}
