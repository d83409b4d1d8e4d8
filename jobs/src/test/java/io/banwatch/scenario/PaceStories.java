package io.banwatch.scenario;

import static io.banwatch.scenario.GatewayLog.at;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Stories of how much one key sends. */
final class PaceStories {
  private static final Caller ROUTER = Caller.service("ticket-router").asking(Caller.SMALL_MODEL);
  private static final List<String> SIBLINGS =
      List.of("search-api", "mail-sorter", "docs-chat", "crm-notes", "code-review", "faq-bot");
  private static final Use SHORT = Use.of(900, 120);

  private PaceStories() {}

  static List<Story> all() {
    return List.of(
        new Story("runaway-loop", () -> loop("runaway-loop").records()),
        new Story("slow-loop", PaceStories::slowLoop),
        new Story("busy-morning", PaceStories::busyMorning),
        new Story("token-burst", PaceStories::tokenBurst),
        new Story("large-usual-context", PaceStories::largeUsualContext),
        new Story("planned-batch", () -> largeBatch("planned-batch")),
        new Story("planned-batch-by-key", () -> largeBatch("planned-batch-by-key")),
        new Story("nightly-batch-usual", PaceStories::nightlyBatchUsual),
        new Story("new-key-first-hour", PaceStories::newKeyFirstHour),
        new Story("new-key-loop", PaceStories::newKeyLoop));
  }

  /** A loop of three requests a second for four minutes; other stories deliver it otherwise. */
  static GatewayLog loop(String story) {
    return quiet(story).steady(ROUTER, at(8, "10:00"), at(8, "10:04"), 3 * 3_600, SHORT);
  }

  /** One request a second: never far above the threshold. */
  private static List<String> slowLoop() {
    return quiet("slow-loop")
        .steady(ROUTER, at(8, "10:00"), at(8, "10:15"), 3_600, SHORT)
        .records();
  }

  private static GatewayLog quiet(String story) {
    GatewayLog log = new GatewayLog(story);
    for (int day : new int[] {1, 2, 3, 4, 5, 8}) {
      log.daily(ROUTER, day, day, "08:00", "16:00", 30, SHORT);
      siblings(log, day, "09:00", "12:00");
    }
    return log;
  }

  private static void siblings(GatewayLog log, int day, String from, String until) {
    for (String alias : SIBLINGS) {
      log.daily(Caller.service(alias), day, day, from, until, 12, Use.of(2_000, 200));
    }
  }

  private static List<String> busyMorning() {
    GatewayLog log = new GatewayLog("busy-morning");
    for (int day : new int[] {1, 2, 3, 4, 5, 8}) {
      log.daily(ROUTER, day, day, "08:00", "16:00", 10, SHORT);
    }
    log.daily(ROUTER, 1, 5, "09:00", "09:06", 40 * 60, SHORT);
    return log.daily(ROUTER, 8, 8, "09:00", "09:06", 80 * 60, SHORT).records();
  }

  private static List<String> tokenBurst() {
    Caller agent = Caller.service("refactoring-agent");
    GatewayLog log = new GatewayLog("token-burst");
    for (int day : new int[] {1, 2, 3, 4, 5, 8}) {
      log.daily(agent, day, day, "08:00", "18:00", 20, Use.of(15_000, 900));
    }
    return log.steady(agent, at(8, "14:00"), at(8, "14:15"), 3 * 60, Use.of(180_000, 900))
        .records();
  }

  /** Its whole context is cached each morning, and a larger one on the last. */
  private static List<String> largeUsualContext() {
    Caller analyst = Caller.service("contract-analyst");
    GatewayLog log = new GatewayLog("large-usual-context");
    for (int day : new int[] {1, 2, 3, 4, 5, 8}) {
      long context = day == 8 ? 260_000 : 160_000;
      Instant morning = at(day, "08:00");
      log.answer(analyst, morning, Use.of(500, 700).cached(0, context));
      log.steady(
          analyst,
          morning.plus(Duration.ofMinutes(1)),
          at(day, "16:00"),
          40,
          Use.of(500, 700).cached(context, 0));
    }
    return log.records();
  }

  private static List<String> largeBatch(String story) {
    Caller batch = Caller.service("batch-reindex").asking(Caller.SMALL_MODEL);
    GatewayLog log = new GatewayLog(story);
    log.daily(batch, 1, 7, "01:00", "01:10", 10 * 60, Use.of(2_500, 60));
    return log.daily(batch, 8, 8, "01:00", "01:20", 100 * 60, Use.of(6_000, 60)).records();
  }

  private static List<String> nightlyBatchUsual() {
    Caller batch = Caller.service("batch-digest").asking(Caller.SMALL_MODEL);
    return new GatewayLog("nightly-batch-usual")
        .daily(batch, 1, 8, "01:00", "01:05", 90 * 60, Use.of(2_500, 60))
        .records();
  }

  private static List<String> newKeyFirstHour() {
    GatewayLog log = new GatewayLog("new-key-first-hour");
    for (int day = 1; day <= 5; day++) {
      siblings(log, day, "09:00", "12:00");
    }
    return log.daily(Caller.service("checkout-chat"), 5, 5, "09:30", "10:30", 30 * 60, SHORT)
        .daily(Caller.service("checkout-chat"), 5, 5, "10:30", "14:00", 60, SHORT)
        .records();
  }

  private static List<String> newKeyLoop() {
    GatewayLog log = new GatewayLog("new-key-loop");
    for (int day = 1; day <= 5; day++) {
      siblings(log, day, "09:00", "12:00");
    }
    return log.daily(Caller.service("checkout-chat"), 5, 5, "09:30", "09:50", 60, SHORT)
        .daily(Caller.service("checkout-chat"), 5, 5, "09:50", "09:54", 10 * 3_600, SHORT)
        .records();
  }
}
