package io.banwatch.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.banwatch.metric.Field;
import io.banwatch.metric.FieldNames;
import io.banwatch.metric.Measurement;
import io.banwatch.metric.Point;
import io.banwatch.metric.Tag;
import io.banwatch.metric.TagNames;
import io.banwatch.metric.TagText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a real server makes of hostile names. */
class LineProtocolTest {
  private static final List<String> NAMES =
      List.of(
          "plain",
          "a,b=c d",
          "ends with a backslash\\",
          "a\\,b",
          "a\\ b",
          "two\\\\",
          "CORP\\alice",
          "\"quoted\"",
          "'single'",
          "line\nend",
          "tab\tand\u0000zero",
          "# no comment",
          "é 👩‍🚀 \u202Eevil",
          "$1 ${x} %s /regex/ (a|b)",
          "x".repeat(65_536));

  @RegisterExtension static final RealInfluxDb INFLUX = new RealInfluxDb();

  @Test
  void whatTellsLongNamesApartIsNotCut() {
    String name = "x".repeat(300);
    Point point =
        new Point(
            Measurement.KEY_USAGE,
            1,
            List.of(
                new Tag(TagNames.ACCOUNT, TagText.account(name)),
                new Tag(TagNames.API_KEY, TagText.apiKey(name, "88dc28d0f030c55e"))),
            List.of(Field.of(FieldNames.REQUESTS, 1L)));
    String cut = "x".repeat(199) + "…#";
    assertThat(LineProtocol.of(point).text())
        .isEqualTo("key_usage,account=%s1b432d13,api_key=%<s88dc28d0 requests=1i 1", cut);
  }

  @Test
  void everyNameIsASeriesOfItsOwnAndIsFoundByWhatItShows() throws Exception {
    String database = INFLUX.freshDatabase();
    List<InfluxLine> lines = new ArrayList<>();
    for (String name : NAMES) {
      lines.add(LineProtocol.of(point(name)));
    }
    InfluxAddress address =
        InfluxAddress.parse(INFLUX.url() + "/" + database, INFLUX.environment());
    try (InfluxApi api = InfluxClient.of(address, INFLUX.environment(), Duration.ofSeconds(30))) {
      assertThat(api.write(database, lines)).isEqualTo(WriteAnswer.STORED);
    }
    List<Map<String, JsonNode>> rows =
        INFLUX.rows(database, "SELECT summary FROM alert_changes GROUP BY account");
    assertThat(rows).hasSameSizeAs(NAMES);
    assertThat(rows)
        .extracting(row -> row.get("account").asText())
        .contains(
            "plain",
            "a,b=c d",
            "ends with a backslash＼",
            "a＼,b",
            "CORP\\alice",
            "\"quoted\"",
            "line\\u000aend",
            "x".repeat(208) + "…");
    assertThat(rows)
        .filteredOn(row -> row.get("account").asText().equals("\"quoted\""))
        .extracting(row -> row.get("summary").asText())
        .containsExactly("\"quoted\"");
    assertThat(rows)
        .filteredOn(row -> row.get("account").asText().startsWith("ends"))
        .extracting(row -> row.get("summary").asText())
        .containsExactly("ends with a backslash\\");
  }

  private static Point point(String name) {
    return new Point(
        Measurement.ALERT_CHANGES,
        StoredLogs.START,
        List.of(new Tag(TagNames.ACCOUNT, name)),
        List.of(Field.of(FieldNames.FIRING, 1L), Field.of(FieldNames.SUMMARY, name)));
  }
}
