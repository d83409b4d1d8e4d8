package io.banwatch.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.banwatch.metric.Measurement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The setup of InfluxDB 1.x: a database, two retention policies, continuous queries. */
final class FirstSetup {
  private static final int NAME = 0;
  private static final int DURATION = 1;
  private static final int IS_DEFAULT = 4;
  private static final String FOR_EVER = "0s";
  private static final Pattern WHOLE_HOURS = Pattern.compile("(\\d{2,9})h0m0s");

  private final InfluxAddress address;
  private final String database;
  private final InfluxQl influxQl;
  private final Consumer<String> said;

  FirstSetup(InfluxAddress address, InfluxQl influxQl, Consumer<String> said) {
    this.address = address;
    this.database = address.database();
    this.influxQl = influxQl;
    this.said = said;
  }

  /**
   * Makes what is missing, and returns the name of the retention policy of points of ten seconds.
   */
  String make() throws StoreException {
    makeDatabase();
    List<JsonNode> policies = influxQl.rows("SHOW RETENTION POLICIES ON " + quoted(database));
    String raw = boundRaw(policies);
    makeHistory(policies);
    for (Measurement measurement : Downsampling.measurements()) {
      String name = quoted(Downsampling.name(measurement));
      influxQl.rows("DROP CONTINUOUS QUERY " + name + " ON " + quoted(database));
      influxQl.rows(Downsampling.continuousQuery(database, raw, measurement));
    }
    said.accept(
        Downsampling.measurements().size()
            + " continuous queries make points of five minutes every five minutes");
    return raw;
  }

  private void makeDatabase() throws StoreException {
    boolean exists =
        influxQl.rows("SHOW DATABASES").stream()
            .anyMatch(row -> row.path(NAME).asText().equals(database));
    if (exists) {
      said.accept("database " + database + ": is there");
      return;
    }
    influxQl.rows(
        "CREATE DATABASE "
            + quoted(database)
            + " WITH DURATION "
            + Downsampling.RAW_DAYS
            + "d SHARD DURATION 1d NAME \"autogen\"");
    said.accept("database " + database + ": made");
  }

  /** What is kept for ever by nobody's choice, and is Banwatch's alone, is kept for a while. */
  private String boundRaw(List<JsonNode> policies) throws StoreException {
    JsonNode policy =
        policies.stream()
            .filter(row -> row.path(IS_DEFAULT).asBoolean())
            .findFirst()
            .orElseThrow(
                () ->
                    new StoreException(
                        "database " + database + " has no default retention policy; name one"));
    String name = policy.path(NAME).asText();
    if (!policy.path(DURATION).asText().equals(FOR_EVER)) {
      said.accept("points of ten seconds: kept for " + days(policy.path(DURATION).asText()));
      return name;
    }
    new ForeignMeasurements(database, influxQl).refuse();
    influxQl.rows(
        String.format(
            "ALTER RETENTION POLICY %s ON %s DURATION %dd SHARD DURATION 1d",
            quoted(name), quoted(database), Downsampling.RAW_DAYS));
    said.accept(
        "points of ten seconds: kept for "
            + Downsampling.RAW_DAYS
            + " days from now on, for ever until now");
    return name;
  }

  private void makeHistory(List<JsonNode> policies) throws StoreException {
    Optional<String> kept =
        policies.stream()
            .filter(row -> row.path(NAME).asText().equals(InfluxAddress.historyPolicy()))
            .map(row -> row.path(DURATION).asText())
            .findFirst();
    if (kept.isPresent()) {
      said.accept("points of five minutes and alerts: kept for " + days(kept.get()));
      return;
    }
    influxQl.rows(
        String.format(
            "CREATE RETENTION POLICY %s ON %s DURATION %dd REPLICATION 1 SHARD DURATION 7d",
            quoted(InfluxAddress.historyPolicy()), quoted(database), Downsampling.HISTORY_DAYS));
    said.accept(
        "points of five minutes and alerts: kept for "
            + Downsampling.HISTORY_DAYS
            + " days, in "
            + address.history());
  }

  /**
   * Makes points of five minutes of all that is there, and copies alerts from before the setup.
   *
   * @param patient waits for long answers
   */
  void fill(String raw, InfluxQl patient) throws StoreException {
    said.accept(Downsampling.FILLING);
    for (Instant day : Downsampling.rawDays(Instant.now())) {
      String where =
          String.format("WHERE time >= '%s' AND time < '%s'", day, day.plus(Duration.ofDays(1)));
      for (Measurement measurement : Downsampling.measurements()) {
        patient.rows(Downsampling.influxQl(database, raw, measurement, where));
      }
      for (Measurement measurement : Downsampling.keptWhole()) {
        patient.rows(Downsampling.copyingInfluxQl(database, raw, measurement, where));
      }
    }
    said.accept("points of five minutes: made of the last " + Downsampling.RAW_DAYS + " days");
  }

  /** InfluxDB says hours, whatever it was told. */
  private static String days(String duration) {
    Matcher hours = WHOLE_HOURS.matcher(duration);
    if (duration.equals(FOR_EVER)) {
      return "ever";
    }
    return hours.matches()
        ? Duration.ofHours(Long.parseLong(hours.group(1))).toDays() + " days"
        : duration;
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }
}
