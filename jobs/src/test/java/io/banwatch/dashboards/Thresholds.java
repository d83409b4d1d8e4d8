package io.banwatch.dashboards;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Thresholds of a field, in Grafana's form. */
final class Thresholds {
  private Thresholds() {}

  /**
   * Colours from values on.
   *
   * @param base the colour below the first value
   * @param valuesAndColours a value, the colour from there on, and so on
   */
  static ObjectNode of(String base, Object... valuesAndColours) {
    ArrayNode steps = Json.array(Json.object("color", base, "value", null));
    for (int i = 0; i < valuesAndColours.length; i += 2) {
      steps.add(Json.object("color", valuesAndColours[i + 1], "value", valuesAndColours[i]));
    }
    return Json.object("mode", "absolute", "steps", steps);
  }

  /** Of a share of what is allowed: of a vendor's limit, of an own threshold. */
  static ObjectNode ofShare() {
    return of(
        Level.NONE.colour(),
        0.5,
        Level.INFO.colour(),
        0.8,
        Level.WARNING.colour(),
        1.0,
        Level.CRITICAL.colour());
  }

  /** One colour, whatever the value. */
  static ObjectNode plain(String colour) {
    return of(colour);
  }
}
