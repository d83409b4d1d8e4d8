package io.banwatch.scenario;

import static io.banwatch.scenario.GatewayLog.at;

import java.util.List;

/** Stories in which all keys of an account move together. */
final class GrowthStories {
  private static final List<String> AGENTS =
      List.of(
          "agent-billing",
          "agent-search",
          "agent-mail",
          "agent-docs",
          "agent-sales",
          "agent-legal",
          "agent-hiring",
          "agent-support");

  private GrowthStories() {}

  static List<Story> all() {
    return List.of(
        new Story("account-growth", GrowthStories::accountGrowth),
        new Story("deploy-triples-all-keys", GrowthStories::deploy),
        new Story("theft-in-the-morning-rush", GrowthStories::morningRush),
        new Story("holiday", GrowthStories::holiday));
  }

  /** A launch: within a quarter of an hour every agent does six times its usual. */
  private static List<String> accountGrowth() {
    GatewayLog log = new GatewayLog("account-growth");
    for (String agent : AGENTS) {
      Caller caller = Caller.service(agent);
      for (int day : new int[] {1, 2, 3, 4, 5, 8}) {
        log.daily(caller, day, day, "13:00", "14:00", 40, Use.of(60_000, 600));
      }
      log.daily(caller, 8, 8, "14:00", "14:05", 2 * 40, Use.of(60_000, 600));
      log.daily(caller, 8, 8, "14:05", "14:10", 4 * 40, Use.of(60_000, 600));
      log.daily(caller, 8, 8, "14:10", "14:40", 6 * 40, Use.of(60_000, 600));
    }
    return log.records();
  }

  /** From 14:00 on each agent calls three times where it called once. */
  private static List<String> deploy() {
    GatewayLog log = new GatewayLog("deploy-triples-all-keys");
    for (String agent : AGENTS) {
      Caller caller = Caller.service(agent);
      for (int day : new int[] {3, 4, 5, 8}) {
        log.daily(caller, day, day, "13:00", "14:00", 90, Use.of(80_000, 300));
      }
      log.daily(caller, 8, 8, "14:00", "14:30", 3 * 90, Use.of(80_000, 300));
    }
    return log.records();
  }

  /**
   * All agents start at nine, every day. On Monday at 09:05 one of their keys is also used by a
   * thief, for large requests at one a minute.
   */
  private static List<String> morningRush() {
    GatewayLog log = new GatewayLog("theft-in-the-morning-rush");
    for (String agent : AGENTS) {
      for (int day : new int[] {1, 2, 3, 4, 5, 8}) {
        log.daily(Caller.service(agent), day, day, "07:00", "09:00", 2, Use.of(4_000, 300));
        log.daily(Caller.service(agent), day, day, "09:00", "09:45", 60, Use.of(4_000, 300));
      }
    }
    Caller thief = Caller.service("agent-mail").asking(Caller.LARGE_MODEL);
    return log.steady(thief, at(8, "09:05"), at(8, "09:45"), 60, Use.of(150_000, 900).streamed())
        .records();
  }

  /** A week at work, a week of holidays, and everybody back on Monday. */
  private static List<String> holiday() {
    GatewayLog log = new GatewayLog("holiday");
    for (String alias : List.of("agent-billing", "agent-search", "agent-mail", "agent-docs")) {
      Caller caller = Caller.service(alias);
      log.daily(caller, 1, 5, "08:00", "16:00", 12, Use.of(120_000, 900));
      log.daily(caller, 8, 12, "08:00", "16:00", 1, Use.of(120_000, 900));
      log.daily(caller, 15, 15, "08:00", "16:00", 18, Use.of(120_000, 900));
    }
    return log.records();
  }
}
