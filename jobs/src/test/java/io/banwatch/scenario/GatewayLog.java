package io.banwatch.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * The log of a gateway while a story plays: calls are added in any order, and written in the order
 * in which they ended, as gateways do. The same story gives the same bytes: gaps and sizes vary by
 * {@link Random}, whose sequence Java specifies, from the story's name.
 */
final class GatewayLog {
  /** Monday, the first day of every story, midnight UTC. */
  static final Instant START = Instant.parse("2026-11-02T00:00:00Z");

  private static final double HOUR_MILLIS = 3_600_000;

  private final String name;
  private final Random random;
  private final List<Line> lines = new ArrayList<>();

  private record Line(long writtenAt, String json) {}

  /**
   * An empty log.
   *
   * @param story the story's name
   */
  GatewayLog(String story) {
    name = story;
    random = new Random(checksum(story));
  }

  /**
   * A moment of the story.
   *
   * @param day 1 for the first Monday
   * @param clock UTC, for example {@code 09:30}
   */
  static Instant at(int day, String clock) {
    long nanos = LocalTime.parse(clock).toNanoOfDay();
    return START.atOffset(ZoneOffset.UTC).plusDays(day - 1).plusNanos(nanos).toInstant();
  }

  /** One answered request. */
  GatewayLog answer(Caller caller, Instant start, Use use) {
    long millis = start.toEpochMilli();
    return add(millis + use.millis(), GatewayRecord.answered(nextId(), caller, millis, use));
  }

  /** One request that failed. */
  GatewayLog refuse(Caller caller, Instant start, Refusal refusal) {
    long millis = start.toEpochMilli();
    return add(millis + refusal.millis(), GatewayRecord.refused(nextId(), caller, millis, refusal));
  }

  /** Answered requests between two moments, with gaps of half to one and a half their mean. */
  GatewayLog steady(Caller caller, Instant from, Instant until, double perHour, Use use) {
    double gap = HOUR_MILLIS / perHour;
    double next = from.toEpochMilli() + gap * random.nextDouble();
    while (next < until.toEpochMilli()) {
      answer(caller, Instant.ofEpochMilli((long) next), use.varied(random));
      next += gap * (0.5 + random.nextDouble());
    }
    return this;
  }

  /** The same between two times of several days. */
  GatewayLog daily(
      Caller caller,
      int firstDay,
      int lastDay,
      String from,
      String until,
      double perHour,
      Use use) {
    for (int day = firstDay; day <= lastDay; day++) {
      steady(caller, at(day, from), at(day, until), perHour, use);
    }
    return this;
  }

  /** Failures at an even pace. */
  GatewayLog refusals(Caller caller, Instant from, int count, Duration gap, Refusal refusal) {
    for (int i = 0; i < count; i++) {
      refuse(caller, from.plus(gap.multipliedBy(i)), refusal);
    }
    return this;
  }

  /** The records in the order in which they were written. */
  List<String> records() {
    return lines.stream()
        .sorted(Comparator.comparingLong(Line::writtenAt))
        .map(Line::json)
        .toList();
  }

  /** The same, in the batches of an outlet that sends what has come every so often. */
  List<List<String>> batches(Duration every) {
    return List.copyOf(
        lines.stream()
            .sorted(Comparator.comparingLong(Line::writtenAt))
            .collect(
                Collectors.groupingBy(
                    line -> line.writtenAt() / every.toMillis(),
                    TreeMap::new,
                    Collectors.mapping(Line::json, Collectors.toList())))
            .values());
  }

  /** The records as an outlet writes them that holds each back by up to this long. */
  List<String> recordsHeldBack(Duration longest) {
    return lines.stream()
        .map(
            line ->
                new Line(
                    line.writtenAt() + (long) (longest.toMillis() * random.nextDouble()),
                    line.json()))
        .sorted(Comparator.comparingLong(Line::writtenAt))
        .map(Line::json)
        .toList();
  }

  private GatewayLog add(long writtenAt, String json) {
    lines.add(new Line(writtenAt, json));
    return this;
  }

  private String nextId() {
    return String.format("%08x%06d", checksum(name), lines.size());
  }

  private static long checksum(String text) {
    CRC32 checksum = new CRC32();
    text.chars().forEach(checksum::update);
    return checksum.getValue();
  }
}
