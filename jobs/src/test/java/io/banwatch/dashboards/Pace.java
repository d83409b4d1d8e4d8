package io.banwatch.dashboards;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** A pace as it was observed, beside what it is judged by. */
final class Pace {
  static final String USUAL_LOW = "usual low";
  static final String USUAL_HIGH = "usual high";

  private Pace() {}

  /** What is counted. */
  enum Measure {
    REQUESTS("Requests"),
    INPUT("Input tokens"),
    OUTPUT("Output tokens");

    private final String words;

    Measure(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    String field(Window window) {
      return name().toLowerCase(Locale.ROOT) + "_" + window.suffix();
    }
  }

  /** In how long. */
  enum Window {
    ONE_MINUTE("1m", "1 minute"),
    TEN_MINUTES("10m", "10 minutes"),
    SIXTY_MINUTES("60m", "60 minutes");

    private final String suffix;
    private final String words;

    Window(String suffix, String words) {
      this.suffix = suffix;
      this.words = words;
    }

    String suffix() {
      return suffix;
    }

    String words() {
      return words;
    }
  }

  /**
   * The panel of one measure and window.
   *
   * @param whose the word for whose pace it is: key, account
   * @param source {@code key_pace} or {@code account_pace}, as {@link Kept} writes it
   */
  static Panel panel(String whose, String source, Measure measure, Window window, String scope) {
    String field = measure.field(window);
    boolean band = window == Window.SIXTY_MINUTES;
    String usual =
        band
            ? """
            , max("%s_usual_low") AS "%s", max("%s_usual_high") AS "%s"\
            """
                .formatted(field, USUAL_LOW, field, USUAL_HIGH)
            : "";
    Panel panel =
        Panels.lines(
            measure.words() + " in " + window.words(), question(whose, measure, window, band));
    return (band ? banded(styled(panel)) : styled(panel))
        .size(8, 8)
        .unit("short")
        .empty("no traffic of this %s in this time".formatted(whose))
        .ask(
            Query.series(
                "$col",
                """
                SELECT max("%s") AS "observed", max("%s_record") AS "record",
                max("%s_threshold") AS "threshold"%s FROM %s
                WHERE $timeFilter AND %s GROUP BY time($__interval) fill(null)\
                """,
                field,
                field,
                field,
                usual,
                source,
                scope));
  }

  private static String question(String whose, Measure measure, Window window, boolean band) {
    return ("How near does this %s come to its threshold for %s in %s? An alert opens where the"
            + " observed curve crosses the threshold; the record is the most it ever had.%s")
        .formatted(
            whose,
            measure.words().toLowerCase(Locale.ROOT),
            window.words(),
            band ? " The band is what this hour of the week usually held." : "");
  }

  private static Panel styled(Panel panel) {
    ObjectNode dashes = Json.object("dash", Json.array(8, 6), "fill", "dash");
    ObjectNode dots = Json.object("dash", Json.array(0, 6), "fill", "dot");
    return panel
        .override(
            "observed",
            "color",
            fixed(Palette.OBSERVED),
            "custom.lineWidth",
            2,
            "custom.fillOpacity",
            15)
        .override(
            "threshold",
            "color",
            fixed(Level.WARNING.colour()),
            "custom.lineStyle",
            dashes,
            "custom.lineWidth",
            2,
            "custom.fillOpacity",
            0,
            "custom.lineInterpolation",
            "stepAfter",
            "custom.showPoints",
            "never",
            "custom.spanNulls",
            true)
        .override(
            "record",
            "color",
            fixed(Palette.QUIET),
            "custom.lineStyle",
            dots,
            "custom.lineWidth",
            2,
            "custom.fillOpacity",
            0,
            "custom.lineInterpolation",
            "stepAfter",
            "custom.showPoints",
            "never",
            "custom.spanNulls",
            true);
  }

  private static Panel banded(Panel panel) {
    return panel
        .override(
            USUAL_HIGH,
            "color",
            fixed(Palette.QUIET),
            "custom.fillBelowTo",
            USUAL_LOW,
            "custom.fillOpacity",
            20,
            "custom.lineWidth",
            0,
            "custom.showPoints",
            "never",
            "custom.spanNulls",
            true)
        .override(
            USUAL_LOW,
            "color",
            fixed(Palette.QUIET),
            "custom.fillOpacity",
            0,
            "custom.lineWidth",
            0,
            "custom.showPoints",
            "never",
            "custom.spanNulls",
            true);
  }

  static ObjectNode fixed(String colour) {
    return Json.object("fixedColor", colour, "mode", "fixed");
  }
}
