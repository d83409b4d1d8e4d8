package io.banwatch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.banwatch.alert.AlertStatus;
import io.banwatch.metric.Field;
import io.banwatch.metric.FieldNames;
import io.banwatch.metric.Measurement;
import io.banwatch.metric.Point;
import io.banwatch.metric.Tag;
import io.banwatch.metric.TagNames;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InfluxSetupTest {
  @RegisterExtension static final RealInfluxDb INFLUX = new RealInfluxDb();

  private final List<String> said = new ArrayList<>();
  private String database;

  @BeforeEach
  void name() {
    database = "setup_" + UUID.randomUUID().toString().replace("-", "");
  }

  @Test
  void whatIsMissingIsMadeAndASecondTimeItIsThere() throws Exception {
    setUp(false);
    assertThat(said)
        .anyMatch(words -> words.startsWith("points of ten seconds: kept for 14 days"))
        .contains(
            "points of five minutes and alerts: kept for 400 days, in "
                + (INFLUX.isSecond() ? "the new bucket " : "")
                + database
                + "/history");
    assertThat(policies()).containsKeys("autogen", "history");
    said.clear();
    setUp(false);
    assertThat(said)
        .anyMatch(words -> words.startsWith("points of ten seconds: kept for 14 days"))
        .anyMatch(words -> words.startsWith("points of five minutes and alerts: kept for 400 days"))
        .noneMatch(words -> words.contains("new bucket") || words.endsWith("made"));
    assertThat(policies()).hasSize(2);
  }

  @Test
  void fiveMinutesHoldTheSumsPeaksLowsAndLastsOfTheirSlices() throws Exception {
    setUp(false);
    Instant window = Instant.now().minus(Duration.ofHours(30)).truncatedTo(ChronoUnit.HOURS);
    List<InfluxLine> lines = new ArrayList<>();
    for (int slice = 0; slice < 45; slice++) {
      long time = window.toEpochMilli() + 10_000L * slice;
      lines.add(LineProtocol.of(usage(time, slice)));
      lines.add(LineProtocol.of(limits(time, slice)));
      lines.add(LineProtocol.of(place(time, slice)));
    }
    write(lines);
    setUp(true);
    assertThat(history("SELECT requests, cost_usd, addresses FROM history.account_usage"))
        .extracting(
            row -> row.get("requests").asLong(),
            row -> row.get("cost_usd").asDouble(),
            row -> row.get("addresses").asLong())
        .containsExactly(tuple(435L, 15.0, 29L), tuple(555L, 7.5, 44L));
    assertThat(history("SELECT tokens_remaining, used_share FROM history.account_limits"))
        .extracting(
            row -> row.get("tokens_remaining").asLong(), row -> row.get("used_share").asDouble())
        .containsExactly(tuple(971L, 0.29), tuple(956L, 0.44));
    assertThat(history("SELECT requests, city, latitude FROM history.key_place"))
        .extracting(
            row -> row.get("requests").asLong(),
            row -> row.get("city").asText(),
            row -> row.get("latitude").asDouble())
        .containsExactly(tuple(30L, "city 29", 0.5), tuple(15L, "city 44", 0.5));
  }

  @Test
  void alertsAreKeptInBothPlaces() throws Exception {
    setUp(false);
    InfluxLine alert =
        LineProtocol.of(AlertPoint.of(StoredLogs.alert("a", 1, AlertStatus.FIRING, "o")));
    InfluxLine now =
        new InfluxLine(
            alert.text().replaceAll("\\d+$", Long.toString(Instant.now().toEpochMilli())),
            alert.bytes(),
            alert.kept());
    try (InfluxApi api = api()) {
      BatchSender sender =
          new BatchSender(api::write, address(), SendingLimits.STANDARD, new Nobody());
      assertThat(sender.send(new ArrayList<>(List.of(now)))).isNull();
    }
    assertThat(INFLUX.rows(database, "SELECT alert_id FROM alert_changes")).hasSize(1);
    assertThat(INFLUX.rows(database, "SELECT alert_id FROM history.alert_changes")).hasSize(1);
  }

  @Test
  void alertsFromBeforeTheSetupAreKeptForLongToo() throws Exception {
    database = INFLUX.freshDatabase();
    long time = Instant.now().minus(Duration.ofDays(3)).toEpochMilli();
    INFLUX.write(
        database,
        "account_alerts,vendor=v,account=a\\ b critical=1i,worst=3i "
            + time
            + "\nalert_changes,vendor=v,account=a\\ b,status=firing alert_id=\"x\",firing=1i,observed=2 "
            + time
            + "\n");
    setUp(true);
    setUp(true);
    assertThat(history("SELECT account, critical FROM history.account_alerts"))
        .extracting(row -> row.get("account").asText(), row -> row.get("critical").asLong())
        .containsExactly(tuple("a b", 1L));
    assertThat(history("SELECT status, alert_id, observed FROM history.alert_changes"))
        .extracting(
            row -> row.get("time").asText(),
            row -> row.get("status").asText(),
            row -> row.get("alert_id").asText(),
            row -> row.get("observed").asDouble())
        .containsExactly(tuple(Long.toString(time), "firing", "x", 2.0));
  }

  @Test
  void whatSomebodyElseKeepsForEverIsNotMadeToExpire() throws Exception {
    database = INFLUX.freshDatabase();
    INFLUX.write(database, "cpu,host=a idle=1 1795000000000\n");
    assertThatThrownBy(() -> setUp(false))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("holds what is not Banwatch's (cpu)");
    assertThat(INFLUX.rows(database, "SELECT idle FROM cpu")).hasSize(1);
  }

  @Test
  void aDatabaseOfBanwatchAloneIsBroughtIntoLine() throws Exception {
    database = INFLUX.freshDatabase();
    INFLUX.write(database, "pipeline records=1i\n");
    setUp(false);
    assertThat(said).anyMatch(words -> words.contains("14 days from now on, for ever until now"));
  }

  private static Tuple tuple(Object... values) {
    return Tuple.tuple(values);
  }

  private List<Map<String, JsonNode>> history(String influxQl) throws Exception {
    return INFLUX.rows(database, influxQl);
  }

  private Map<String, String> policies() throws Exception {
    Map<String, String> policies = new HashMap<>();
    for (Map<String, JsonNode> row : INFLUX.rows(database, "SHOW RETENTION POLICIES")) {
      policies.put(row.get("name").asText(), row.get("duration").asText());
    }
    return policies;
  }

  private static Point usage(long time, int slice) {
    return new Point(
        Measurement.ACCOUNT_USAGE,
        time,
        List.of(new Tag(TagNames.ACCOUNT, "a b")),
        List.of(
            Field.of(FieldNames.REQUESTS, (long) slice),
            Field.of(FieldNames.COST_USD, 0.5),
            Field.of(FieldNames.ADDRESSES, (long) slice)));
  }

  private static Point limits(long time, int slice) {
    return new Point(
        Measurement.ACCOUNT_LIMITS,
        time,
        List.of(new Tag(TagNames.ACCOUNT, "a b"), new Tag(TagNames.MODEL, "m")),
        List.of(
            Field.of(FieldNames.TOKENS_ALLOWED, 1_000L),
            Field.of(FieldNames.TOKENS_REMAINING, 1_000L - slice),
            Field.of(FieldNames.USED_SHARE, slice / 100.0)));
  }

  private static Point place(long time, int slice) {
    return new Point(
        Measurement.KEY_PLACE,
        time,
        List.of(new Tag(TagNames.API_KEY, "k"), new Tag(TagNames.COUNTRY, "DE")),
        List.of(
            Field.of(FieldNames.REQUESTS, 1L),
            Field.of(FieldNames.LATITUDE, 0.5),
            Field.of(FieldNames.CITY, "city " + slice)));
  }

  private InfluxAddress address() {
    return InfluxAddress.parse(INFLUX.url() + "/" + database, INFLUX.environment());
  }

  private InfluxApi api() {
    return InfluxClient.of(address(), INFLUX.environment(), Duration.ofSeconds(30));
  }

  private void write(List<InfluxLine> lines) {
    try (InfluxApi api = api()) {
      assertThat(api.write(database, lines)).isEqualTo(WriteAnswer.STORED);
    }
  }

  private void setUp(boolean fill) throws StoreException {
    InfluxSetup.at(address(), INFLUX.environment()).run(fill, said::add);
  }

  private static final class Nobody implements BatchSender.Listener {
    @Override
    public void stored(int count) {}

    @Override
    public void refused(int count, String words) {
      throw new AssertionError(words);
    }

    @Override
    public void refusedByHistory(String words) {
      throw new AssertionError(words);
    }

    @Override
    public void noHistory() {
      throw new AssertionError("no history");
    }
  }
}
