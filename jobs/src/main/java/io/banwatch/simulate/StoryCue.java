package io.banwatch.simulate;

import io.banwatch.simulate.story.Stories;
import io.banwatch.simulate.story.Story;
import io.banwatch.simulate.traffic.Time;
import io.banwatch.simulate.world.ApiKey;
import io.banwatch.simulate.world.World;
import io.banwatch.text.NearestName;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A story, whom it happens to, and when.
 *
 * @param story what happens
 * @param key the key it is told of
 * @param at when it begins, microseconds since the epoch
 */
public record StoryCue(Story story, ApiKey key, long at) {
  /**
   * Reads {@code NAME@KEY@TIME}.
   *
   * @param text a story's name, a key's alias or index, and a time: ISO 8601 (UTC where it names no
   *     zone) or from the log's start like {@code +3d4h30m}
   * @param world whose keys are meant
   * @param from where the log begins
   * @param until where it ends
   * @throws IllegalArgumentException saying what is wrong and what is nearest to it
   */
  public static StoryCue parse(String text, World world, Instant from, Instant until) {
    String[] parts = text.split("@", -1);
    if (parts.length != 3) {
      throw wrong(text, "expected NAME@KEY@TIME, for example request-burst@ci-runner@+3d4h");
    }
    Story story = story(text, parts[0]);
    ApiKey key = key(text, parts[1], world);
    Instant at = time(text, parts[2], from);
    if (at.isBefore(from) || !at.isBefore(until)) {
      throw wrong(
          text, "the log goes from " + from + " until " + until + ", and " + at + " is outside");
    }
    if (story.lacking(key) != null) {
      throw wrong(text, lacking(story, key, world));
    }
    return new StoryCue(story, key, micros(at));
  }

  /** Microseconds since the epoch. */
  static long micros(Instant instant) {
    return instant.getEpochSecond() * Time.SECOND + instant.getNano() / 1_000;
  }

  private static Story story(String text, String name) {
    return Stories.named(name)
        .orElseThrow(
            () ->
                wrong(
                    text,
                    "there is no story "
                        + name
                        + nearest(name, Stories.all().stream().map(Story::name).toList())
                        + " (--list-stories shows all)"));
  }

  private static ApiKey key(String text, String name, World world) {
    List<ApiKey> keys = world.keys();
    if (name.matches("\\d{1,9}")) {
      int index = Integer.parseInt(name);
      if (index < keys.size()) {
        return keys.get(index);
      }
      throw wrong(text, "key indexes go from 0 to " + (keys.size() - 1));
    }
    return keys.stream()
        .filter(key -> key.alias().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    text,
                    "there is no key "
                        + name
                        + nearest(name, keys.stream().map(ApiKey::alias).toList())
                        + " (--list-keys shows all)"));
  }

  private static String nearest(String name, List<String> names) {
    String nearest = NearestName.to(name, names);
    return nearest == null ? "" : "; nearest: " + nearest;
  }

  private static Instant time(String text, String time, Instant from) {
    try {
      if (time.startsWith("+")) {
        return from.plus(offset(time));
      }
      return time.endsWith("Z") || time.matches(".*T.*[+-]\\d\\d:?\\d\\d")
          ? Instant.parse(time)
          : LocalDateTime.parse(time).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException | ArithmeticException e) {
      throw wrong(
          text,
          "not a time: "
              + time
              + "; expected ISO 8601 like "
              + from.plus(Duration.ofHours(34))
              + ", or from the log's start like +1d10h");
    }
  }

  /** Turns {@code +3d4h30m} into what ISO 8601 calls {@code P3DT4H30M}. */
  private static Duration offset(String time) {
    String days = time.contains("d") ? time.substring(1, time.indexOf('d') + 1) : "";
    String rest = time.substring(1 + days.length());
    return Duration.parse("P" + days + (rest.isEmpty() ? "" : "T" + rest));
  }

  private static String lacking(Story story, ApiKey key, World world) {
    String fitting =
        world.keys().stream()
            .filter(other -> story.lacking(other) == null)
            .map(ApiKey::alias)
            .findFirst()
            .map(alias -> "; for example " + alias)
            .orElse("");
    return story.name()
        + " needs "
        + story.lacking(key)
        + ", and "
        + key.alias()
        + " is not"
        + fitting;
  }

  private static IllegalArgumentException wrong(String text, String why) {
    return new IllegalArgumentException("story " + text + ": " + why);
  }
}
