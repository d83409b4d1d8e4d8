package io.banwatch.scenario;

import static io.banwatch.scenario.GatewayLog.at;

import io.banwatch.simulate.world.Network;
import java.util.ArrayList;
import java.util.List;

/** Stories of the feed itself: when it falls silent, breaks, or hides who calls. */
final class FeedStories {
  private static final Use CHAT = Use.of(3_000, 400);
  private static final Caller ROUTER = Caller.service("ticket-router");

  /** What LiteLLM writes of itself where {@code json_logs} is on. */
  private static final String APPLICATION_LOG =
      "{\"message\":\"started\",\"level\":\"INFO\",\"timestamp\":\"2026-11-03T09:00:00\"}";

  private FeedStories() {}

  static List<Story> all() {
    return List.of(
        new Story("feed-silent", FeedStories::silent),
        new Story("feed-quiet-nights", FeedStories::quietNights),
        new Story("feed-unreadable", FeedStories::unreadable),
        new Story("feed-few-broken-lines", FeedStories::fewBrokenLines),
        new Story("address-useless", FeedStories::loadBalancer),
        new Story("address-of-the-office", FeedStories::office));
  }

  /** A deploy drops the callback for an hour and a half, while a loop has just been told. */
  private static List<String> silent() {
    return new GatewayLog("feed-silent")
        .steady(ROUTER, at(2, "00:00"), at(4, "10:00"), 24, CHAT)
        .steady(ROUTER, at(4, "09:50"), at(4, "09:52"), 3 * 3_600, CHAT)
        .steady(ROUTER, at(4, "11:30"), at(4, "13:00"), 24, CHAT)
        .records();
  }

  /** An office: silent every night, and over the weekend. */
  private static List<String> quietNights() {
    GatewayLog log = new GatewayLog("feed-quiet-nights");
    for (int day : new int[] {1, 2, 3, 4, 5, 8, 9, 10}) {
      log.daily(ROUTER, day, day, "09:00", "13:00", 60, CHAT);
    }
    return log.records();
  }

  /** The application log goes to the same file, for an hour. */
  private static List<String> unreadable() {
    return with(
        3,
        200,
        350,
        new GatewayLog("feed-unreadable")
            .steady(ROUTER, at(2, "06:00"), at(2, "16:00"), 60, CHAT)
            .records());
  }

  /** A few lines of a start-up that went to the wrong file. */
  private static List<String> fewBrokenLines() {
    return with(
        1,
        200,
        219,
        new GatewayLog("feed-few-broken-lines")
            .steady(ROUTER, at(2, "06:00"), at(2, "13:00"), 60, CHAT)
            .records());
  }

  /** Twelve services behind one load balancer, until the gateway is told to look behind it. */
  private static List<String> loadBalancer() {
    GatewayLog log = new GatewayLog("address-useless");
    for (int i = 1; i <= 12; i++) {
      Caller service = Caller.service("service-" + i);
      log.steady(service.from("10.0.4.7"), at(2, "06:00"), at(2, "16:00"), 10, CHAT);
      log.steady(
          service.from(Network.DUBLIN_AWS, 20 + i), at(2, "16:05"), at(2, "17:00"), 10, CHAT);
    }
    return log.records();
  }

  /** Twelve people in one office, as the policy declares it. */
  private static List<String> office() {
    GatewayLog log = new GatewayLog("address-of-the-office");
    for (int i = 1; i <= 12; i++) {
      log.steady(Caller.person("person-" + i), at(2, "06:00"), at(2, "16:00"), 10, CHAT);
    }
    return log.records();
  }

  /** So many lines of the application log after each of some records. */
  private static List<String> with(int lines, int from, int until, List<String> records) {
    List<String> mixed = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      mixed.add(records.get(i));
      for (int line = 0; i >= from && i < until && line < lines; line++) {
        mixed.add(APPLICATION_LOG);
      }
    }
    return mixed;
  }
}
