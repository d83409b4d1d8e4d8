package io.banwatch.detect;

import io.banwatch.place.PlaceLookup;
import java.util.List;

/** Every signal there is. A new one is one more line here. */
public final class DetectionSignals {
  private DetectionSignals() {}

  /** Those that watch a key, in the order in which they are asked. */
  public static List<KeySignal> ofKeys() {
    return List.of(
        new RequestSurge(),
        new TokenBurst(),
        new NewCountry(),
        new UnsupportedRegion(),
        new ImpossibleTravel(),
        new NewNetwork(),
        new SubscriptionMisuse());
  }

  /** Those that watch an account, in the order in which they are asked. */
  public static List<AccountSignal> ofAccounts() {
    return List.of(
        new AccountRequestSurge(),
        new AccountTokenBurst(),
        new AccountDisabled(),
        new AuthFailures());
  }

  /**
   * Those that watch the feed, in the order in which they are asked.
   *
   * @param places tells public addresses from others
   * @param format the name of the gateway's format, or null when each record tells its own
   */
  public static List<FeedSignal> ofFeed(PlaceLookup places, String format) {
    return List.of(new FeedSilent(), new FeedUnreadable(), new AddressUseless(places, format));
  }
}
