package io.banwatch.simulate.story;

import java.util.List;
import java.util.Optional;

/**
 * All stories, in the order in which they are listed. A new story is one class and one line here.
 */
public final class Stories {
  private static final List<Story> ALL =
      List.of(
          new RequestBurst(),
          new RunawayRamp(),
          new TokenBurst(),
          new StolenKey(),
          new DormantKey(),
          new Distillation(),
          new ImpossibleTraveller(),
          new NewCountry(),
          new UnsupportedRegion(),
          new VpnSwitch(),
          new HostingExit(),
          new SubscriptionForeignClient(),
          new SubscriptionShared(),
          new AccountDisabled(),
          new AuthFailures(),
          new HonestTraveller(),
          new SubscriptionGenuine(),
          new DeployTriple(),
          new Holiday(),
          new Growth(),
          new NightlyBatch(),
          new TwoRegions(),
          new NewKey());

  private Stories() {}

  public static List<Story> all() {
    return ALL;
  }

  /** The story of that name. */
  public static Optional<Story> named(String name) {
    return ALL.stream().filter(story -> story.name().equals(name)).findFirst();
  }
}
