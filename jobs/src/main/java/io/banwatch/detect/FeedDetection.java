package io.banwatch.detect;

import io.banwatch.alert.Alert;
import io.banwatch.alert.Episodes;
import io.banwatch.alert.Finding;
import io.banwatch.alert.Severity;
import io.banwatch.alert.Subject;
import io.banwatch.policy.Policy;
import io.banwatch.policy.Settings;
import io.banwatch.usage.Rejection;
import io.banwatch.usage.UsageEvent;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Watches the feed, that is the gateway's log itself: shows each value of it to every feed signal
 * and keeps the alerts' lives. Plain Java, as {@link KeyDetection}.
 */
public final class FeedDetection {
  private static final Subject FEED = Subject.ofFeed();

  private final Policy policy;
  private final Settings settings;
  private final List<FeedSignal> signals;
  private final long floorMillis;

  /**
   * @param policy what holds
   * @param signals the signals, in the order in which they are asked
   */
  public FeedDetection(Policy policy, List<FeedSignal> signals) {
    this.policy = policy;
    this.settings = policy.settingsFor(FEED);
    this.signals = List.copyOf(signals);
    this.floorMillis = TimeUnit.MINUTES.toMillis(settings.signals().feedSilent().floorMinutes());
  }

  /**
   * Judges one request. A silence before it must have been told: {@link #advance}.
   *
   * @param event the request, in the order of the log
   * @param state changed in place
   * @param told receives alert lines
   */
  public void observe(UsageEvent event, FeedState state, Consumer<Alert> told) {
    if (state.firstAt == 0) {
      state.firstAt = event.endMillis();
    }
    Episodes episodes = episodes(state, told);
    Consumer<Finding> findings =
        finding -> {
          if (!event.history()) {
            found(finding, episodes);
          }
        };
    for (FeedSignal signal : signals) {
      signal.observe(event, state, settings, findings);
      if (!state.episodes.isEmpty() && episodes.isOpen(signal.id(), FEED)) {
        String over = signal.resolves(event, state, settings);
        if (over != null) {
          episodes.resolve(signal.id(), FEED, event.endMillis(), over);
        }
      }
    }
    state.history = event.history();
    state.requests++;
    state.newestAt = Math.max(state.newestAt, event.endMillis());
  }

  /**
   * Judges one value, of no history, that was not understood. Parameters as in {@link #observe}.
   */
  public void rejected(Rejection rejection, FeedState state, Consumer<Alert> told) {
    Episodes episodes = episodes(state, told);
    for (FeedSignal signal : signals) {
      signal.rejected(rejection, state, settings, finding -> found(finding, episodes));
    }
  }

  /**
   * Whether a silence that lasts until this moment is long enough to ask {@link #silentAt}, which
   * costs more than to judge a request.
   */
  public boolean isLongSilence(long at, FeedState state) {
    return at - state.newestAt >= floorMillis;
  }

  /**
   * When the feed is found silent if no request comes, in event time; or never, as after a history,
   * whose end is no silence.
   */
  public long silentAt(FeedState state) {
    return state.history ? Long.MAX_VALUE : FeedSilent.silentAt(state, settings);
  }

  /**
   * Tells that the feed is silent, and resolves what was quiet long enough, up to this moment.
   *
   * @param now event time, epoch milliseconds; not after {@link #silentAt}
   * @param state changed in place
   * @param told receives alert lines
   */
  public void advance(long now, FeedState state, Consumer<Alert> told) {
    Episodes episodes = episodes(state, told);
    episodes.quietUntil(now);
    long silentAt = silentAt(state);
    if (now >= silentAt && !episodes.isOpen(FeedSilent.ID, FEED)) {
      found(FeedSilent.silent(Severity.WARNING, silentAt, state, settings), episodes);
    }
  }

  /**
   * Tells that a silence goes on, which {@link #advance} has told.
   *
   * @param now event time as far as it would be, were it not held by the silence
   * @param state changed in place
   * @param told receives alert lines
   */
  public void stillSilent(long now, FeedState state, Consumer<Alert> told) {
    Episodes episodes = episodes(state, told);
    long criticalAt = FeedSilent.criticalAt(state, settings);
    if (now > criticalAt && episodes.isOpen(FeedSilent.ID, FEED)) {
      found(FeedSilent.silent(Severity.CRITICAL, criticalAt, state, settings), episodes);
    }
  }

  private Episodes episodes(FeedState state, Consumer<Alert> told) {
    return new Episodes(state.episodes, state.ended, policy.hash(), told);
  }

  private void found(Finding finding, Episodes episodes) {
    episodes.found(
        FEED, Calming.calm(finding, policy.calmedBy(finding.signal(), FEED, finding.at())));
  }
}
