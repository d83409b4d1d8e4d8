package io.banwatch.dashboards;

import io.banwatch.metric.Measurement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What holds for every query of a panel, an annotation or an alert rule. */
final class QueryRules {
  /** What InfluxDB 3 does not know, or what costs it too much. */
  private static final List<String> DENIED =
      List.of(
          "SHOW DATABASES",
          "SHOW SERIES",
          "CARDINALITY",
          "SLIMIT",
          "SOFFSET",
          "SAMPLE(",
          "HOLT_WINTERS",
          " INTO ",
          "SELECT *",
          ";");

  private static final Pattern SOURCE = Pattern.compile("FROM (?:\"history\"\\.)?\"(\\w+)\"");
  private static final Pattern ALIAS = Pattern.compile("AS \"([^\"]+)\"");
  private static final Pattern NAME = Pattern.compile("\"([^\"]+)\"");
  private static final Pattern FIELDS = Pattern.compile("\\((/(?:[^/\\\\]|\\\\.)*/)\\)");

  /** A variable that is compared for equality fails for several values. */
  private static final Pattern EQUAL = Pattern.compile("[^~]= *['\"]?\\$");

  private QueryRules() {}

  static Breaches of(String where, String query) {
    Breaches breaches = new Breaches(where);
    breaches.expect(query.contains("$timeFilter"), "the query keeps to the time shown");
    breaches.expect(
        !query.contains("GROUP BY time(")
            || (query.contains("GROUP BY time($__interval)") && query.contains("fill(")),
        "slices of time are $__interval, and say what fills them");
    breaches.expect(!EQUAL.matcher(query).find(), "a variable is matched with =~, never with =");
    for (String word : DENIED) {
      breaches.expect(
          !query.toUpperCase(Locale.ROOT).contains(word), "%s is not for dashboards", word);
    }
    names(breaches, query);
    return breaches;
  }

  private static void names(Breaches breaches, String query) {
    Matcher source = SOURCE.matcher(query);
    Set<String> known = new HashSet<>();
    boolean found = false;
    while (source.find()) {
      Optional<Measurement> measurement = Measurement.of(source.group(1));
      breaches.expect(measurement.isPresent(), "there is no measurement %s", source.group(1));
      known.add(source.group(1));
      known.add("history");
      measurement.ifPresent(
          one -> {
            known.addAll(one.tags());
            known.addAll(one.fields().keySet());
          });
      found = true;
    }
    breaches.expect(found, "the query names a measurement");
    Matcher expressions = FIELDS.matcher(query);
    while (expressions.find()) {
      String expression = expressions.group(1);
      Pattern fields = Pattern.compile(expression.substring(1, expression.length() - 1));
      breaches.expect(
          known.stream().anyMatch(name -> fields.matcher(name).find()),
          "no field is named like %s",
          expression);
    }
    Matcher aliases = ALIAS.matcher(query);
    while (aliases.find()) {
      known.add(aliases.group(1));
    }
    Matcher names = NAME.matcher(query);
    while (names.find()) {
      breaches.expect(
          known.contains(names.group(1)), "there is no field or tag %s", names.group(1));
    }
  }
}
