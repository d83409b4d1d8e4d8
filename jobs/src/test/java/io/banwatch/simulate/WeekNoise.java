package io.banwatch.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Episodes of warning and above per 100 key-days; a key-day is a key with at least one request that
 * day (UTC). An episode counts on the day it started, once, whenever it first reached warning.
 */
final class WeekNoise {
  private static final int YOUNG_DAYS = 3;

  private final Instant from;
  private final int keyDays;
  private final Set<List<Long>> early = new HashSet<>();
  private final Set<List<Long>> late = new HashSet<>();
  private final Set<String> seen = new HashSet<>();
  private final List<String> openings = new ArrayList<>();
  private int earlyEpisodes;
  private int aboutKeys;
  private int aboutAccounts;

  /**
   * @param from the first day
   * @param days how many days
   * @param keys how many keys there are, whether they send anything or not
   */
  WeekNoise(Instant from, int days, int keys) {
    this.from = from;
    this.keyDays = (days - YOUNG_DAYS) * keys;
  }

  /** A key had a request on a day since the epoch. */
  void request(long key, long day) {
    long since = day - Duration.between(Instant.EPOCH, from).toDays();
    (since < YOUNG_DAYS ? early : late).add(List.of(key, day));
  }

  /** A line of the alert log. */
  void alert(JsonNode line) {
    if (!line.get("status").textValue().equals("firing")
        || line.get("severity").textValue().equals("info")
        || !seen.add(line.get("id").textValue())) {
      return;
    }
    Instant start = Instant.parse(line.get("startsAt").textValue());
    if (Duration.between(from, start).toDays() < YOUNG_DAYS) {
      earlyEpisodes++;
      return;
    }
    boolean account = line.get("key").isNull();
    aboutAccounts += account ? 1 : 0;
    aboutKeys += account ? 0 : 1;
    openings.add(
        String.format(
            Locale.ROOT,
            "  %s %s %s %s: %s",
            start,
            line.get("severity").textValue(),
            line.get("signal").textValue(),
            account ? "account" : line.path("keyAlias").asText("?"),
            line.get("summary").textValue()));
  }

  /** Each counted episode after the first days, for people. */
  List<String> openings() {
    return List.copyOf(openings);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "days 1 to 3: %d in %d key-days, %.2f per 100; later: %d about keys and %d about accounts"
            + " in %d key-days, %.2f per 100 (%.2f of all days of all keys)",
        earlyEpisodes,
        early.size(),
        per100(earlyEpisodes, early.size()),
        aboutKeys,
        aboutAccounts,
        late.size(),
        per100(aboutKeys + aboutAccounts, late.size()),
        per100(aboutKeys + aboutAccounts, keyDays));
  }

  private static double per100(int episodes, int keyDays) {
    return keyDays == 0 ? 0 : 100.0 * episodes / keyDays;
  }
}
