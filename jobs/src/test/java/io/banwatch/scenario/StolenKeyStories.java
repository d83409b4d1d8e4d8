package io.banwatch.scenario;

import static io.banwatch.scenario.GatewayLog.at;

import io.banwatch.simulate.world.Network;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A stolen key as one victim told it (https://github.com/anthropics/claude-code/issues/96048,
 * September 2026, moved to November): ten quiet days of two to three US dollars each, one tiny
 * request on a model the key never used, and a day later an hour of 12.8 million input tokens on
 * that model, beside 1.3 million in and 287 thousand out on a third. By requests it is about one a
 * minute. Where the thief sat is not known; a rented server is assumed.
 */
final class StolenKeyStories {
  private static final Caller OWNER = Caller.service("home-automation");
  private static final String NEW_MODEL = "claude-fable-5";
  private static final int LARGE_REQUESTS = 47;
  private static final long SMALLEST = 180_000;
  private static final long LARGEST = 364_000;
  private static final int WRITING_REQUESTS = 7;
  private static final Use WRITING = Use.of(186_000, 41_000).streamed();

  private StolenKeyStories() {}

  static List<Story> all() {
    return List.of(
        new Story("stolen-key", () -> stolenKey("stolen-key")),
        new Story(
            "stolen-key-without-address",
            () ->
                theft(
                        "stolen-key-without-address",
                        thief().from((String) null),
                        Duration.ofHours(1))
                    .records()),
        new Story(
            "stolen-key-slow",
            () -> theft("stolen-key-slow", thief(), Duration.ofHours(6)).records()),
        new Story(
            "stolen-key-out-of-order",
            () ->
                theft("stolen-key-out-of-order", thief(), Duration.ofHours(1))
                    .recordsHeldBack(Duration.ofSeconds(8))),
        new Story("first-use-of-a-model", StolenKeyStories::firstUse));
  }

  /** The records of the story as it was told. */
  static List<String> stolenKey(String story) {
    return theft(story, thief(), Duration.ofHours(1)).records();
  }

  private static Caller thief() {
    return OWNER.with("python-httpx/0.28.1").from(Network.NEW_YORK_DIGITALOCEAN, 66);
  }

  private static GatewayLog theft(String story, Caller thief, Duration burst) {
    Caller owner = thief.address() == null ? OWNER.from((String) null) : OWNER;
    GatewayLog log = quiet(story, owner, 12);
    log.answer(thief.asking(NEW_MODEL), at(11, "16:42"), Use.of(9, 4).streamed());
    Instant start = at(12, "10:00");
    for (int i = 0; i < LARGE_REQUESTS; i++) {
      long step = (LARGEST - SMALLEST) / (LARGE_REQUESTS - 1);
      // Any order but that of size, and the same in each run.
      long input = SMALLEST + step * (i * 11 % LARGE_REQUESTS);
      log.answer(
          thief.asking(NEW_MODEL),
          start.plus(burst.multipliedBy(i).dividedBy(LARGE_REQUESTS)),
          Use.of(input, 400).streamed());
    }
    for (int i = 0; i < WRITING_REQUESTS; i++) {
      Instant at = start.plus(burst.multipliedBy(i).dividedBy(WRITING_REQUESTS));
      log.answer(thief.asking(Caller.LARGE_MODEL), at.plusSeconds(200), WRITING);
    }
    return log;
  }

  private static GatewayLog quiet(String story, Caller owner, int days) {
    return new GatewayLog(story)
        .steady(
            owner.asking(Caller.SMALL_MODEL),
            at(1, "00:00"),
            at(days, "17:00"),
            2.5,
            Use.of(8_000, 500))
        .steady(
            owner.asking(Caller.MODEL),
            at(1, "00:00"),
            at(days, "17:00"),
            1.7,
            Use.of(10_000, 800));
  }

  /** The owner tries the new model, at the size of everything else. */
  private static List<String> firstUse() {
    return quiet("first-use-of-a-model", OWNER, 12)
        .steady(OWNER.asking(NEW_MODEL), at(12, "10:00"), at(12, "11:00"), 40, Use.of(12_000, 900))
        .records();
  }
}
