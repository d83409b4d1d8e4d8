package io.banwatch.detect;

import io.banwatch.alert.Finding;
import io.banwatch.policy.Settings;
import io.banwatch.usage.Rejection;
import io.banwatch.usage.UsageEvent;
import java.util.function.Consumer;

/**
 * Watches the feed, that is the gateway's log itself. Stateless: what it must remember stands in
 * the {@link FeedState}.
 */
public interface FeedSignal {
  /** The signal's stable id, lower case with hyphens. */
  String id();

  /**
   * Looks at one request, before the state's {@code newestAt} takes its time.
   *
   * @param event the request; its account may not be known yet
   * @param state what is known of the feed, changed in place
   * @param settings what holds for the feed
   * @param findings receives what was found
   */
  void observe(UsageEvent event, FeedState state, Settings settings, Consumer<Finding> findings);

  /** Looks at one value that was not understood. Parameters as in {@link #observe}. */
  default void rejected(
      Rejection rejection, FeedState state, Settings settings, Consumer<Finding> findings) {}

  /**
   * Whether this request, which {@link #observe} has seen, ends the signal's open episode.
   *
   * @return a sentence that says why, or null
   */
  String resolves(UsageEvent event, FeedState state, Settings settings);
}
