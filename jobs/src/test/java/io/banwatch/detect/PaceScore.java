package io.banwatch.detect;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What a replay of a fortnight was worth: noise on keys without a story, and stories caught. */
final class PaceScore {
  private static final long DAY = 86_400_000L;
  private static final long MINUTE = 60_000L;
  private static final int YOUNG_DAYS = 3;
  private static final int DAYS = 14;

  private final SimulatedFortnight fortnight;
  private final PaceReplay replay;

  PaceScore(SimulatedFortnight fortnight, PaceReplay replay) {
    this.fortnight = fortnight;
    this.replay = replay;
  }

  /** Episodes of warning and above on keys in their first three days of the log. */
  int early() {
    int early = 0;
    for (Alert first : openings(replay.keyLines)) {
      early += SimulatedKey.day(first.startsAt()) < YOUNG_DAYS ? 1 : 0;
    }
    return early;
  }

  /**
   * The same after day 3, per 100 key-days without a story, as the keys' own operator finds them; a
   * key-day is a day on which the key sent at least one request.
   */
  double per100Found() {
    return per100(noise(replay.keyLines).size());
  }

  /** The same, as they are told after growth was set apart. */
  double per100Told() {
    List<Alert> lines = replay.toldLines.stream().map(PaceReplay.Told::line).toList();
    return per100(noise(lines).size());
  }

  /** The same, per 100 days of all keys after day 3, whether they sent anything or not. */
  double per100OfAllDays() {
    List<Alert> lines = replay.toldLines.stream().map(PaceReplay.Told::line).toList();
    int days = fortnight.keys.size() * (DAYS - YOUNG_DAYS) - fortnight.labels.size();
    return 100.0 * noise(lines).size() / days;
  }

  /** Where the told noise comes from. */
  Map<String, Integer> sources() {
    Map<String, Integer> sources = new TreeMap<>();
    for (Alert alert : noise(replay.toldLines.stream().map(PaceReplay.Told::line).toList())) {
      sources.merge(fortnight.kind(alert), 1, Integer::sum);
    }
    return sources;
  }

  /** Episodes about accounts after day 3, those within a day of a story of the account left out. */
  int aboutAccounts() {
    int count = 0;
    for (Alert first : openings(replay.accountLines)) {
      boolean story =
          fortnight.labels.stream()
              .anyMatch(
                  label ->
                      label.key().account.equals(first.subject().account())
                          && within(first, label.from(), label.from() + DAY));
      count += !story && SimulatedKey.day(first.startsAt()) >= YOUNG_DAYS ? 1 : 0;
    }
    return count;
  }

  /** Milliseconds from the story's first request to the line that was told of its key. */
  OptionalLong toldAfter(SimulatedFortnight.Label label) {
    return replay.toldLines.stream()
        .filter(told -> isOf(label, told.line()))
        .mapToLong(told -> told.at() - label.from())
        .min();
  }

  /** The same to the account's first line while the story goes on. */
  OptionalLong accountToldAfter(SimulatedFortnight.Label label) {
    return replay.accountLines.stream()
        .filter(line -> line.subject().account().equals(label.key().account))
        .filter(line -> within(line, label.from(), label.until() + MINUTE))
        .mapToLong(line -> line.startsAt() - label.from())
        .min();
  }

  long caught() {
    return fortnight.labels.stream().filter(label -> toldAfter(label).isPresent()).count();
  }

  /** Openings after day 3 on key-days without a story. */
  List<Alert> noise(List<Alert> lines) {
    List<Alert> noise = new ArrayList<>();
    for (Alert first : openings(lines)) {
      boolean story =
          fortnight.labels.stream()
              .anyMatch(
                  label ->
                      label.key().name.equals(first.subject().key())
                          && within(first, label.from(), label.from() + DAY));
      if (!story && SimulatedKey.day(first.startsAt()) >= YOUNG_DAYS) {
        noise.add(first);
      }
    }
    return noise;
  }

  private double per100(int count) {
    return 100.0 * count / keyDays();
  }

  /** After day 3, the days on which a key sent at least one request, without those of stories. */
  private long keyDays() {
    long days = -fortnight.labels.size();
    for (SimulatedKey key : fortnight.keys) {
      days +=
          IntStream.range(0, key.size())
              .mapToLong(i -> (long) SimulatedKey.day(key.at(i)))
              .filter(day -> day >= YOUNG_DAYS)
              .distinct()
              .count();
    }
    return days;
  }

  /**
   * The first line of warning or above of each episode, whatever its sequence: one that opened as
   * info, or that the gate told only once it had climbed, disturbs a person all the same.
   */
  private static List<Alert> openings(List<Alert> lines) {
    Map<String, Alert> first = new LinkedHashMap<>();
    for (Alert line : lines) {
      if (line.severity() != Severity.INFO && line.status() == AlertStatus.FIRING) {
        first.putIfAbsent(line.id(), line);
      }
    }
    return List.copyOf(first.values());
  }

  private static boolean isOf(SimulatedFortnight.Label label, Alert line) {
    return line.severity() != Severity.INFO
        && line.subject().key().equals(label.key().name)
        && within(line, label.from(), label.until() + MINUTE);
  }

  private static boolean within(Alert line, long from, long until) {
    return line.startsAt() >= from && line.startsAt() <= until;
  }
}
