package io.banwatch.detect;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.Finding;
import io.banwatch.policy.Growth;
import io.banwatch.policy.PaceSignal;
import io.banwatch.policy.Settings;
import io.banwatch.policy.Signals;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Decides whether a key's pace alert is news about the key or growth of its account. One key rising
 * alone is news; all keys rising together are told once, about the account.
 *
 * <p>An alert above the ceiling, or of an account with few active keys, is told at once. Any other
 * waits up to the hold: if within its own window most siblings rose together, its episode is
 * absorbed and a finding about the account is made; if not, it is told with its original times. A
 * sibling rises when it is above its own last minutes and, in the same measure and window, above
 * all it ever did: what all keys do every morning is no growth, and hides no theft. Later lines of
 * an episode go the way of its first, except that an absorbed one that climbs above the ceiling is
 * told after all.
 */
public final class GrowthGate {
  private static final int MOST_HELD = 512;
  private static final int MOST_ABSORBED = 4_096;
  private static final long SECOND = 1_000;

  private final GrowthState state;
  private final Growth settings;
  private final Signals signals;
  private final Consumer<Alert> told;
  private final Consumer<Finding> aboutAccount;
  private final GrowthSample sample;

  /**
   * @param state changed in place
   * @param settings the account's settings
   * @param told receives the lines to write
   * @param aboutAccount receives findings whose subject is the account
   */
  public GrowthGate(
      GrowthState state, Settings settings, Consumer<Alert> told, Consumer<Finding> aboutAccount) {
    this.state = state;
    this.settings = settings.growth();
    this.signals = settings.signals();
    this.told = told;
    this.aboutAccount = aboutAccount;
    sample = new GrowthSample(state.siblings);
  }

  /** Whether a pace alert is told at once whatever its siblings do. */
  public static boolean aboveCeiling(Alert line, Growth settings) {
    return GrowthFindings.thresholds(line) >= settings.ceilingThresholds();
  }

  /** Sees what a key sends: {@link AccountActivity.Kind#SUM} only. */
  public void observe(AccountActivity sum) {
    sample.see(sum.key(), sum.at(), sum.rising() ? AboveRecord.places(sum.aboveRecord()) : 0);
    noteGrowth(sum.at());
  }

  /**
   * Takes one line of a key's request-surge or token-burst.
   *
   * @param line firing, told again or resolved
   * @param aboveCeiling whether it is told whatever siblings do
   */
  public void offer(Alert line, boolean aboveCeiling) {
    HeldEpisode held = held(line.id());
    if (held != null) {
      held.lines.add(line);
      if (aboveCeiling) {
        release(held);
      }
      return;
    }
    if (state.absorbed.contains(line.id())) {
      offerAbsorbed(line, aboveCeiling);
      return;
    }
    if (line.sequence() > 1
        || aboveCeiling
        || sample.active(line.changedAt()) <= settings.fewKeys()) {
      told.accept(line);
      return;
    }
    HeldEpisode waiting = new HeldEpisode();
    waiting.id = line.id();
    waiting.until = line.changedAt() + settings.holdSeconds() * SECOND;
    waiting.lines.add(line);
    state.held.add(waiting);
    if (grew(line)) {
      absorb(waiting);
    } else if (state.held.size() > MOST_HELD) {
      release(state.held.get(0));
    }
  }

  /** Tells what has waited long enough. */
  public void advance(long eventTime) {
    if (state.held.isEmpty()) {
      return;
    }
    for (HeldEpisode held : List.copyOf(state.held)) {
      if (held.until <= eventTime) {
        release(held);
      }
    }
  }

  /**
   * Until when the next of the lines waits, in event time: {@link #advance} has something to do
   * then; {@link Long#MAX_VALUE} if none waits.
   */
  static long heldUntil(GrowthState state) {
    long until = Long.MAX_VALUE;
    for (int i = 0; i < state.held.size(); i++) {
      until = Math.min(until, state.held.get(i).until);
    }
    return until;
  }

  private void offerAbsorbed(Alert line, boolean aboveCeiling) {
    if (line.status() == AlertStatus.RESOLVED) {
      state.absorbed.remove(line.id());
    } else if (aboveCeiling) {
      state.absorbed.remove(line.id());
      told.accept(line);
    } else {
      tellAccount(line);
    }
  }

  /** Do most keys rise, leaving one riser out, who may be the one in question? */
  private void noteGrowth(long now) {
    double leastAtAll = least(settings.fewKeys() + 1);
    if (sample.size() - 1 < leastAtAll) {
      return;
    }
    int risingAtAll = sample.rising(now);
    if (risingAtAll - 1 < leastAtAll) {
      return;
    }
    int active = sample.active(now);
    if (active <= settings.fewKeys() || risingAtAll - 1 < least(active)) {
      return;
    }
    for (int place = 0; place < AboveRecord.PLACES; place++) {
      int rising = sample.rising(now, place);
      if (rising - 1 >= least(active)) {
        note(place, now, rising, active);
      }
    }
    for (HeldEpisode held : List.copyOf(state.held)) {
      if (grew(held.lines.get(0))) {
        absorb(held);
      }
    }
  }

  private double least(int active) {
    return settings.siblingShare() * (active - 1);
  }

  private void note(int place, long now, int rising, int active) {
    while (state.grown.size() < AboveRecord.PLACES) {
      state.grown.add(new GrownWindow());
    }
    GrownWindow window = state.grown.get(place);
    window.at = Math.max(window.at, now);
    window.rising = rising;
    window.active = active;
    window.keys = sample.keys(now);
  }

  private boolean grew(Alert first) {
    GrownWindow window = GrowthFindings.grown(state, first);
    return window.at != 0 && window.at >= first.changedAt() - GrowthFindings.windowMillis(first);
  }

  private void absorb(HeldEpisode held) {
    state.held.remove(held);
    boolean over = false;
    for (Alert line : held.lines) {
      over = line.status() == AlertStatus.RESOLVED;
      if (!over) {
        tellAccount(line);
      }
    }
    if (!over) {
      state.absorbed.add(held.id);
      if (state.absorbed.size() > MOST_ABSORBED) {
        state.absorbed.remove(0);
      }
    }
  }

  private void tellAccount(Alert line) {
    GrowthFindings.remember(state, line);
    aboutAccount.accept(GrowthFindings.aboutAccount(state, line, settings, quietMillis(line)));
  }

  /** How long after the last absorbed line the account's episode resolves. */
  private long quietMillis(Alert line) {
    PaceSignal signal =
        line.signal().equals(RequestSurge.ID) ? signals.requestSurge() : signals.tokenBurst();
    return TimeUnit.MINUTES.toMillis(signal.quietMinutes());
  }

  private void release(HeldEpisode held) {
    state.held.remove(held);
    held.lines.forEach(told);
  }

  private HeldEpisode held(String id) {
    for (HeldEpisode held : state.held) {
      if (held.id.equals(id)) {
        return held;
      }
    }
    return null;
  }
}
