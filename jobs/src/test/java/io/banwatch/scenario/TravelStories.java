package io.banwatch.scenario;

import io.banwatch.simulate.world.Network;
import java.util.List;

/** Stories of one key at several places, and over several networks. */
final class TravelStories {
  private static final Use CHAT = Use.of(3_000, 400);

  private TravelStories() {}

  static List<Story> all() {
    return List.of(
        new Story("impossible-travel", TravelStories::impossibleTravel),
        new Story("honest-traveller", TravelStories::honestTraveller),
        new Story("two-regions-service", TravelStories::twoRegions),
        new Story("region-added", TravelStories::regionAdded),
        new Story("office-home-vpn-declared", TravelStories::declared),
        new Story("vpn-exit", TravelStories::vpnExit),
        new Story("rented-server", TravelStories::rentedServer),
        new Story("hosting-as-always", TravelStories::hostingAsAlways));
  }

  /** Mara works on in Berlin while somebody in Tokyo uses her key. */
  private static List<String> impossibleTravel() {
    Caller mara = Caller.person("mara");
    return CountryStories.week("impossible-travel", mara)
        .daily(mara, 8, 8, "08:00", "17:00", 6, CHAT)
        .daily(mara.from(Network.TOKYO_NTT, 50), 8, 8, "09:00", "11:00", 12, CHAT)
        .records();
  }

  /** Thursday afternoon in Berlin, Friday afternoon in New York, Monday in Berlin again. */
  private static List<String> honestTraveller() {
    Caller mara = Caller.person("mara");
    return new GatewayLog("honest-traveller")
        .daily(mara, 1, 4, "08:00", "15:00", 6, CHAT)
        .daily(mara.from(Network.NEW_YORK_CHARTER, 60), 5, 6, "15:00", "21:00", 6, CHAT)
        .daily(mara, 8, 9, "08:00", "17:00", 6, CHAT)
        .records();
  }

  private static List<String> twoRegions() {
    Caller search = Caller.service("search-api");
    return new GatewayLog("two-regions-service")
        .daily(search, 1, 5, "00:00", "23:59", 5, CHAT)
        .daily(search.from(Network.ASHBURN_AWS, 70), 1, 5, "00:00", "23:59", 5, CHAT)
        .records();
  }

  /** The same service gets its second region after a week. */
  private static List<String> regionAdded() {
    Caller search = Caller.service("search-api");
    return new GatewayLog("region-added")
        .daily(search, 1, 10, "00:00", "23:59", 5, CHAT)
        .daily(search.from(Network.ASHBURN_AWS, 70), 8, 10, "00:00", "23:59", 5, CHAT)
        .records();
  }

  /** Home, office and the company's VPN in London, within the same minutes. */
  private static List<String> declared() {
    Caller mara = Caller.person("mara");
    GatewayLog log = new GatewayLog("office-home-vpn-declared");
    return log.daily(mara, 1, 9, "07:00", "08:00", 20, CHAT)
        .daily(mara.from(Network.BERLIN_OFFICE, 80), 1, 9, "09:00", "16:00", 5, CHAT)
        .daily(mara.from(Network.LONDON_VPN, 81), 3, 9, "07:30", "16:00", 3, CHAT)
        .records();
  }

  /** On Monday evening the person's editor comes through a private VPN's exit. */
  private static List<String> vpnExit() {
    Caller mara = Caller.person("mara");
    return CountryStories.week("vpn-exit", mara)
        .daily(mara, 8, 8, "08:00", "12:00", 6, CHAT)
        .daily(mara.from(Network.NEW_YORK_VPN, 90), 8, 8, "19:00", "21:00", 6, CHAT)
        .records();
  }

  /** A person's key runs on a rented server in the person's own country. */
  private static List<String> rentedServer() {
    Caller bea = Caller.person("bea").from(Network.LONDON_VIRGIN, 22);
    return CountryStories.week("rented-server", bea)
        .daily(bea.from(Network.LONDON_DIGITALOCEAN, 91), 8, 8, "01:00", "03:00", 20, CHAT)
        .records();
  }

  /** A service changes machines every day, in one hosting company's region. */
  private static List<String> hostingAsAlways() {
    Caller search = Caller.service("search-api");
    GatewayLog log = new GatewayLog("hosting-as-always");
    for (int day = 1; day <= 9; day++) {
      log.daily(search.from(Network.DUBLIN_AWS, 100 + day), day, day, "00:00", "23:59", 4, CHAT);
    }
    return log.records();
  }
}
