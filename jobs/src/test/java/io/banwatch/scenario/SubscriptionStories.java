package io.banwatch.scenario;

import io.banwatch.simulate.world.Hashes;
import io.banwatch.simulate.world.Network;
import java.util.List;

/** Stories of subscription tokens. */
final class SubscriptionStories {
  private static final Use CODING = Use.of(4_000, 900).cached(30_000, 2_000).streamed();

  private SubscriptionStories() {}

  static List<Story> all() {
    return List.of(
        new Story("subscription-foreign-client", SubscriptionStories::foreignClient),
        new Story("subscription-claude-code", SubscriptionStories::claudeCode),
        new Story("subscription-shared", SubscriptionStories::shared));
  }

  private static Caller coder(String name) {
    return Caller.person(name).with(Caller.CLAUDE_CODE).onSubscription(Hashes.uuid(name));
  }

  private static List<String> foreignClient() {
    Caller joel = coder("joel");
    return new GatewayLog("subscription-foreign-client")
        .daily(joel, 1, 3, "08:00", "16:00", 8, CODING)
        .daily(joel.with(Caller.OTHER_AGENT), 3, 3, "16:00", "17:00", 20, CODING)
        .records();
  }

  /** One person: home, office, a phone's network and a train's, and the vendor's own client. */
  private static List<String> claudeCode() {
    Caller joel = coder("joel");
    return new GatewayLog("subscription-claude-code")
        .daily(joel, 1, 5, "07:00", "08:00", 8, CODING)
        .daily(joel.from(Network.BERLIN_OFFICE, 80), 1, 5, "09:00", "16:00", 8, CODING)
        .daily(joel.from(Network.BERLIN_VODAFONE, 81), 1, 5, "08:15", "08:45", 8, CODING)
        .daily(joel.from(Network.BERLIN_VODAFONE, 82), 1, 5, "16:15", "16:45", 8, CODING)
        .records();
  }

  /** Three people send their own tokens through one gateway key. */
  private static List<String> shared() {
    Caller joel = coder("team-coding").by("joel");
    return new GatewayLog("subscription-shared")
        .daily(joel, 1, 3, "08:00", "16:00", 8, CODING)
        .daily(
            joel.by("amira").from(Network.BERLIN_VODAFONE, 82), 3, 3, "10:00", "16:00", 8, CODING)
        .daily(joel.by("pavel").from(Network.BERLIN_OFFICE, 83), 3, 3, "11:00", "16:00", 8, CODING)
        .records();
  }
}
