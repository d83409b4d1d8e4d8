package io.banwatch.dashboards;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * How bad it is, as a number in InfluxDB, a word and a colour on every dashboard.
 *
 * <p>None is a thin grey that steps back on light and dark pages. Blue, orange and dark red differ
 * in lightness as well as in hue, so that they are told apart with any kind of colour vision and in
 * print; the word always stands beside the colour.
 */
enum Level {
  NONE(0, "#8E8E8E59"),
  INFO(1, "#3274D9"),
  WARNING(2, "#FF9830"),
  CRITICAL(3, "#8F1D21");

  private final int number;
  private final String colour;

  Level(int number, String colour) {
    this.number = number;
    this.colour = colour;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String colour() {
    return colour;
  }

  /** 0 to 3, as in the fields {@code worst} and {@code severity_level}. */
  String number() {
    return Integer.toString(number);
  }

  /** Value mappings from the numbers to words and colours. */
  static ArrayNode byNumber() {
    ObjectNode options = Json.object();
    for (Level level : values()) {
      options.set(level.number(), level.shown(level.word()));
    }
    return Json.array(Json.object("type", "value", "options", options));
  }

  /** Value mappings that give the words of the tag {@code severity} their colours. */
  static ArrayNode byWord() {
    ObjectNode options = Json.object();
    for (Level level : values()) {
      options.set(level.word(), level.shown(level.word()));
    }
    return Json.array(Json.object("type", "value", "options", options));
  }

  /** Thresholds for a number that goes up to 3. */
  static ObjectNode steps() {
    ArrayNode steps = Json.array();
    for (Level level : values()) {
      steps.add(
          Json.object(
              "color", level.colour, "value", level == NONE ? null : (Integer) level.number));
    }
    return Json.object("mode", "absolute", "steps", steps);
  }

  /** Grey at 0, this colour from 1: for a count of open alerts. */
  ObjectNode fromOne() {
    return Thresholds.of(NONE.colour, 1, colour);
  }

  private ObjectNode shown(String text) {
    return Json.object("color", colour, "index", number, "text", text);
  }
}
