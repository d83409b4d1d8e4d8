package io.banwatch.dashboards;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes variables into a query as Grafana does: those of the reader in the browser, time and
 * interval in the server's part of its InfluxDB data source.
 *
 * @param choices by the variable's name
 */
record Interpolation(Instant from, Instant to, Duration interval, Map<String, Choice> choices) {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$(\\w+)|\\$\\{(\\w+)(?::(\\w+))?}|\\[\\[(\\w+)]]");
  private static final Pattern EXPRESSION = Pattern.compile("[=!]~ */(?:[^/\\\\]|\\\\.)*/");

  /** The smallest steps that Grafana rounds to, and up to which width each is taken. */
  private static final long[][] STEPS = {
    {1_500, 1_000},
    {3_500, 2_000},
    {7_500, 5_000},
    {12_500, 10_000},
    {17_500, 15_000},
    {25_000, 20_000},
    {45_000, 30_000},
    {90_000, 60_000},
    {210_000, 120_000},
    {450_000, 300_000},
    {750_000, 600_000},
    {1_050_000, 900_000},
    {1_500_000, 1_200_000},
    {2_700_000, 1_800_000},
    {5_400_000, 3_600_000},
    {9_000_000, 7_200_000},
    {16_200_000, 10_800_000},
    {32_400_000, 21_600_000},
    {86_400_000, 43_200_000},
    {604_800_000, 86_400_000}
  };

  /**
   * The width of {@code $__interval}.
   *
   * @param points how many fit into the panel's width
   * @param finest the panel's or the data source's own bound
   */
  static Duration interval(Instant from, Instant to, int points, Duration finest) {
    long wanted = Duration.between(from, to).toMillis() / points;
    for (long[] step : STEPS) {
      if (wanted < step[0]) {
        return Duration.ofMillis(Math.max(step[1], finest.toMillis()));
      }
    }
    return Duration.ofDays(7);
  }

  /**
   * The query as it reaches InfluxDB.
   *
   * @throws IllegalArgumentException names a variable that nobody knows
   */
  String of(String query) {
    String chosen = withChoices(query);
    String whole =
        chosen
            .replace("$timeFilter", timeFilter())
            .replace("$__interval_ms", Long.toString(interval.toMillis()))
            .replace("$__interval", text(interval));
    String outside = EXPRESSION.matcher(whole).replaceAll("");
    if (outside.contains("$") || outside.contains("[[")) {
      throw new IllegalArgumentException("no such variable in: " + outside);
    }
    return whole;
  }

  private String withChoices(String query) {
    Matcher matcher = VARIABLE.matcher(query);
    StringBuilder result = new StringBuilder();
    while (matcher.find()) {
      String name = firstOf(matcher.group(1), matcher.group(2), matcher.group(4));
      Choice choice = choices.get(name);
      String text = matcher.group();
      if (choice != null) {
        text =
            "regex".equals(matcher.group(3))
                ? choice.asExpression()
                : choice.bare(insideExpression(query, matcher.start()));
      }
      matcher.appendReplacement(result, Matcher.quoteReplacement(text));
    }
    return matcher.appendTail(result).toString();
  }

  private static boolean insideExpression(String query, int position) {
    Matcher expressions = EXPRESSION.matcher(query);
    while (expressions.find()) {
      if (expressions.start() < position && position < expressions.end()) {
        return true;
      }
    }
    return false;
  }

  private static String firstOf(String... names) {
    for (String name : names) {
      if (name != null) {
        return name;
      }
    }
    throw new IllegalArgumentException("no name");
  }

  private String timeFilter() {
    return "time >= %dms and time <= %dms".formatted(from.toEpochMilli(), to.toEpochMilli());
  }

  /** In the largest unit that divides it once: what is left over is cut off. */
  static String text(Duration interval) {
    if (interval.toDays() > 0) {
      return interval.toDays() + "d";
    }
    if (interval.toHours() > 0) {
      return interval.toHours() + "h";
    }
    if (interval.toMinutes() > 0) {
      return interval.toMinutes() + "m";
    }
    if (interval.toSeconds() > 0) {
      return interval.toSeconds() + "s";
    }
    return Math.max(1, interval.toMillis()) + "ms";
  }
}
