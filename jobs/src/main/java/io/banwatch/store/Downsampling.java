package io.banwatch.store;

import io.banwatch.metric.Measurement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The queries that make points of five minutes of those of ten seconds. They look at the newest
 * hour each time, so that what came late, or after an outage of nearly an hour, is counted.
 */
final class Downsampling {
  /** How long points of ten seconds are kept. */
  static final int RAW_DAYS = 14;

  /** How long points of five minutes and alerts are kept. */
  static final int HISTORY_DAYS = 400;

  /** What is said before all that is there is made smaller. */
  static final String FILLING =
      "making points of five minutes of the last " + RAW_DAYS + " days; this may take minutes";

  private Downsampling() {}

  /** What is made smaller. */
  static List<Measurement> measurements() {
    return Stream.of(Measurement.values()).filter(each -> !keptWhole().contains(each)).toList();
  }

  /** What is written to both places as it is. */
  static List<Measurement> keptWhole() {
    return List.of(Measurement.ACCOUNT_ALERTS, Measurement.ALERT_CHANGES);
  }

  /**
   * The starts of the days, in UTC, of which there are points of ten seconds: a query holds its
   * windows in memory, so a day is enough for one.
   */
  static List<Instant> rawDays(Instant now) {
    Instant today = now.truncatedTo(ChronoUnit.DAYS);
    return IntStream.rangeClosed(0, RAW_DAYS)
        .mapToObj(day -> today.minus(Duration.ofDays(RAW_DAYS - day)))
        .toList();
  }

  /**
   * In InfluxQL, without its end.
   *
   * @param raw the retention policy of points of ten seconds
   * @param where a condition with its keyword, or empty
   */
  static String influxQl(String database, String raw, Measurement measurement, String where) {
    String fields =
        measurement.fields().keySet().stream()
            .map(
                field ->
                    String.format(
                        "%s(\"%s\") AS \"%2$s\"", Aggregate.of(measurement, field).word(), field))
            .collect(Collectors.joining(", "));
    return String.format(
        "SELECT %s INTO \"%s\".\"%s\".\"%s\" FROM \"%2$s\".\"%5$s\".\"%4$s\"%6$s"
            + " GROUP BY time(5m), *",
        fields,
        database,
        InfluxAddress.historyPolicy(),
        measurement.word(),
        raw,
        where.isEmpty() ? "" : " " + where);
  }

  /** In InfluxQL, what brings points that are kept whole to the place where they are kept long. */
  static String copyingInfluxQl(
      String database, String raw, Measurement measurement, String where) {
    return String.format(
        "SELECT * INTO \"%s\".\"%s\".\"%s\" FROM \"%1$s\".\"%s\".\"%3$s\" %s GROUP BY *",
        database, InfluxAddress.historyPolicy(), measurement.word(), raw, where);
  }

  /** The same in Flux. */
  static String copyingFlux(InfluxAddress address, Measurement measurement, String range) {
    return String.format(
        "from(bucket: \"%s\")%n"
            + "  |> range(%s)%n"
            + "  |> filter(fn: (r) => r._measurement == \"%s\")%n"
            + "  |> to(bucket: \"%s\")%n",
        address.database(), range, measurement.word(), address.history());
  }

  /** A continuous query of InfluxDB 1.x. */
  static String continuousQuery(String database, String raw, Measurement measurement) {
    return String.format(
        "CREATE CONTINUOUS QUERY \"%s\" ON \"%s\" RESAMPLE EVERY 5m FOR 1h BEGIN %s END",
        name(measurement), database, influxQl(database, raw, measurement, ""));
  }

  /** What a continuous query is called. */
  static String name(Measurement measurement) {
    return "banwatch_history_" + measurement.word();
  }

  /** What a task is called. */
  static String taskName(String database, Measurement measurement) {
    return "banwatch history of " + database + ": " + measurement.word();
  }

  /** A task of InfluxDB 2.x. */
  static String task(InfluxAddress address, Measurement measurement) {
    return String.format(
            "import \"date\"%noption task = {name: \"%s\", every: 5m, offset: 30s}%n",
            taskName(address.database(), measurement))
        + flux(
            address,
            measurement,
            "start: date.sub(d: 1h, from: date.truncate(t: now(), unit: 5m)),"
                + " stop: date.truncate(t: now(), unit: 5m)");
  }

  /**
   * In Flux.
   *
   * @param range the arguments of {@code range}
   */
  static String flux(InfluxAddress address, Measurement measurement, String range) {
    Map<Aggregate, Set<String>> fields = new EnumMap<>(Aggregate.class);
    for (String field : measurement.fields().keySet()) {
      fields
          .computeIfAbsent(Aggregate.of(measurement, field), unused -> new LinkedHashSet<>())
          .add(field);
    }
    return fields.entrySet().stream()
        .map(
            each ->
                String.format(
                    "from(bucket: \"%s\")%n"
                        + "  |> range(%s)%n"
                        + "  |> filter(fn: (r) => r._measurement == \"%s\" and r._field =~"
                        + " /^(%s)$/)%n"
                        + "  |> aggregateWindow(every: 5m, fn: %s, createEmpty: false, timeSrc:"
                        + " \"_start\")%n"
                        + "  |> to(bucket: \"%s\")%n",
                    address.database(),
                    range,
                    measurement.word(),
                    String.join("|", each.getValue()),
                    each.getKey().word(),
                    address.history()))
        .collect(Collectors.joining("\n"));
  }
}
