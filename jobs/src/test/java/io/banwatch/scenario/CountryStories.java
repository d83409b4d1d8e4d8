package io.banwatch.scenario;

import static io.banwatch.scenario.GatewayLog.at;

import io.banwatch.simulate.world.Network;
import java.time.Duration;
import java.util.List;

/** Stories of countries that are new, or not served. */
final class CountryStories {
  private static final Use CHAT = Use.of(3_000, 400);

  private CountryStories() {}

  static List<Story> all() {
    return List.of(
        new Story("new-country", CountryStories::newCountry),
        new Story("other-city", CountryStories::otherCity),
        new Story("unsupported-region", CountryStories::unsupportedRegion),
        new Story("supported-neighbour", CountryStories::supportedNeighbour),
        new Story("region-refused", CountryStories::regionRefused));
  }

  /** A week of a person's office hours. */
  static GatewayLog week(String story, Caller person) {
    return new GatewayLog(story).daily(person, 1, 5, "08:00", "17:00", 6, CHAT);
  }

  private static List<String> newCountry() {
    Caller mara = Caller.person("mara");
    return week("new-country", mara)
        .daily(mara.from(Network.TORONTO_ROGERS, 30), 8, 10, "14:00", "20:00", 6, CHAT)
        .records();
  }

  private static List<String> otherCity() {
    Caller mara = Caller.person("mara");
    return week("other-city", mara)
        .daily(mara.from(Network.MUNICH_TELEKOM, 30), 8, 9, "08:00", "17:00", 6, CHAT)
        .records();
  }

  private static List<String> unsupportedRegion() {
    Caller ken = Caller.person("ken").from(Network.SINGAPORE_SINGTEL, 40);
    return week("unsupported-region", ken)
        .daily(ken.from(Network.HONG_KONG_HKT, 41), 8, 9, "02:00", "06:00", 6, CHAT)
        .records();
  }

  /** Viet Nam is served, China next door is not. */
  private static List<String> supportedNeighbour() {
    Caller linh = Caller.person("linh").from(Network.HANOI_VNPT, 12);
    return week("supported-neighbour", linh).daily(linh, 8, 9, "02:00", "10:00", 6, CHAT).records();
  }

  /** The gateway's own exit moved to a region that the vendor does not serve. */
  private static List<String> regionRefused() {
    Caller search = Caller.openaiService("search-api");
    return new GatewayLog("region-refused")
        .daily(search, 1, 5, "08:00", "17:00", 12, CHAT)
        .daily(search, 8, 8, "08:00", "10:00", 12, CHAT)
        .refusals(search, at(8, "10:00"), 6, Duration.ofMinutes(5), Refusal.REGION)
        .daily(search, 8, 8, "10:30", "17:00", 12, CHAT)
        .records();
  }
}
