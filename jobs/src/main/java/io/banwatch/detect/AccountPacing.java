package io.banwatch.detect;

import io.banwatch.alert.Subject;
import io.banwatch.measure.AccountPaceSlices;
import io.banwatch.measure.AccountTags;
import io.banwatch.measure.KeySlices;
import io.banwatch.measure.PaceReading;
import io.banwatch.measure.Slices;
import io.banwatch.metric.Measurement;
import io.banwatch.metric.PointWriter;
import io.banwatch.policy.Policy;
import io.banwatch.usage.Tokens;
import java.util.function.Consumer;

/**
 * Measures accounts' pace for the metric log, as {@link AccountDetection} sees it: a key's requests
 * reach it as sums, up to some seconds later than they ended.
 */
public final class AccountPacing {
  /** Sums of a slice are passed on at its end, and looked at in the second after. */
  private static final long AFTER_MILLIS = 1_000;

  private final Policy policy;
  private final AccountTags names = new AccountTags();
  private final PointWriter points = new PointWriter();

  /**
   * @param policy what holds
   */
  public AccountPacing(Policy policy) {
    this.policy = policy;
  }

  /**
   * Sees an activity before it is judged.
   *
   * @param out receives the points, a line each
   */
  public void observe(
      AccountActivity activity, AccountState state, AccountPaceSlices pace, Consumer<byte[]> out) {
    if (activity.kind() != AccountActivity.Kind.SUM || activity.history()) {
      return;
    }
    long number = Slices.of(activity.at());
    if (number > pace.newest) {
      write(state, pace, out);
    }
    if (number >= pace.newest) {
      pace.slice = number;
      pace.newest = number;
    }
    Tokens tokens =
        new Tokens(
            activity.uncachedInput(),
            activity.cacheRead(),
            activity.cacheWrite(),
            activity.output());
    pace.habit.add(activity.at(), activity.requests(), tokens.weighedInput(), activity.output());
  }

  /** Writes the slice that is over. */
  public void advance(long now, AccountState state, AccountPaceSlices pace, Consumer<byte[]> out) {
    if (nextTimer(pace) <= now) {
      write(state, pace, out);
    }
  }

  /** When {@link #advance} must be asked next, in event time; {@link Long#MAX_VALUE} for never. */
  public long nextTimer(AccountPaceSlices pace) {
    return pace.slice == KeySlices.NO_SLICE
        ? Long.MAX_VALUE
        : Slices.last(pace.slice) + 1 + AFTER_MILLIS;
  }

  private void write(AccountState state, AccountPaceSlices pace, Consumer<byte[]> out) {
    if (pace.slice == KeySlices.NO_SLICE) {
      return;
    }
    Subject account = Subject.ofAccount(state.vendor, state.account);
    long at = Slices.start(pace.slice);
    PaceReading reading =
        PaceReadings.ofAccount(
            pace.slice, state.pace, state.newestAt - state.firstAt, policy.settingsFor(account));
    points.begin(Measurement.ACCOUNT_PACE, at, names.of(state.vendor, state.account));
    reading.write(points, pace.habit, at);
    points.end();
    out.accept(points.take());
    pace.slice = KeySlices.NO_SLICE;
  }
}
