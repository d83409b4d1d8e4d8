package io.banwatch.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.Locale;

/** How a panel shows the values of one field, by its defaults and overrides. */
final class Look {
  private final JsonNode panel;
  private final Instant now;

  Look(JsonNode panel, Instant now) {
    this.panel = panel;
    this.now = now;
  }

  /** A setting of a field: the last override that has it, else the default; missing if neither. */
  JsonNode setting(String field, String id) {
    JsonNode found = MissingNode.getInstance();
    for (JsonNode override : panel.at("/fieldConfig/overrides")) {
      if (override.at("/matcher/options").asText().equals(field)) {
        for (JsonNode property : override.path("properties")) {
          if (property.path("id").asText().equals(id)) {
            found = property.path("value");
          }
        }
      }
    }
    return found.isMissingNode()
        ? panel.at("/fieldConfig/defaults/" + id.replace('.', '/'))
        : found;
  }

  String heading(String field) {
    return setting(field, "displayName").asText(field);
  }

  /** The value in words: mapped, or with its unit. */
  String words(String field, Object value) {
    if (value == null) {
      return "";
    }
    JsonNode mapped = mapped(field, value);
    if (!mapped.isMissingNode()) {
      return mapped.path("text").asText();
    }
    if (!(value instanceof Number number)) {
      return value.toString();
    }
    int decimals = setting(field, "decimals").asInt(-1);
    return inUnit(setting(field, "unit").asText("none"), number.doubleValue(), decimals);
  }

  /** The colour of a value, by mapping, else by thresholds. */
  String colour(String field, Object value) {
    JsonNode mapped = mapped(field, value);
    if (mapped.has("color")) {
      return mapped.path("color").asText();
    }
    String colour = Level.NONE.colour();
    if (value instanceof Number number) {
      for (JsonNode step : setting(field, "thresholds").path("steps")) {
        if (step.path("value").isNull() || number.doubleValue() >= step.path("value").asDouble()) {
          colour = step.path("color").asText();
        }
      }
    }
    return colour;
  }

  private JsonNode mapped(String field, Object value) {
    String key =
        value instanceof Double number && number == Math.rint(number)
            ? Long.toString(number.longValue())
            : String.valueOf(value);
    return setting(field, "mappings").path(0).path("options").path(key);
  }

  private String inUnit(String unit, double value, int decimals) {
    return switch (unit) {
      case "percentunit" -> rounded(value * 100, decimals < 0 ? 1 : decimals) + " %";
      case "currencyUSD" -> "$" + rounded(value, 2);
      case "s" -> duration(value);
      case "dateTimeAsIso" -> iso(value);
      case "dateTimeFromNow" -> duration(now.toEpochMilli() / 1_000.0 - value / 1_000) + " ago";
      case "short" -> shortened(value);
      default -> rounded(value, decimals < 0 ? (value == Math.rint(value) ? 0 : 1) : decimals);
    };
  }

  private static String iso(double millis) {
    return Instant.ofEpochMilli((long) millis)
        .toString()
        .replace('T', ' ')
        .replaceAll("(\\.\\d+)?Z$", "");
  }

  static String shortened(double value) {
    if (Math.abs(value) >= 1_000_000) {
      return rounded(value / 1_000_000, 1) + " Mil";
    }
    if (Math.abs(value) >= 1_000) {
      return rounded(value / 1_000, 1) + " K";
    }
    return rounded(value, value == Math.rint(value) ? 0 : 1);
  }

  private static String duration(double seconds) {
    if (seconds >= 172_800) {
      return rounded(seconds / 86_400, 0) + " days";
    }
    if (seconds >= 7_200) {
      return rounded(seconds / 3_600, 0) + " hours";
    }
    return seconds >= 120 ? rounded(seconds / 60, 0) + " min" : rounded(seconds, 0) + " s";
  }

  private static String rounded(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
