package io.banwatch.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointJsonTest {
  private static final Point POINT =
      new PointBuilder(
              Measurement.KEY_USAGE,
              Instant.parse("2026-11-21T12:00:00Z").toEpochMilli(),
              List.of(
                  new Tag(TagNames.VENDOR, "anthropic"),
                  new Tag(TagNames.ACCOUNT, "org-1"),
                  new Tag(TagNames.API_KEY, "ci bot#88dc1234")))
          .with(FieldNames.REQUESTS, 12)
          .with(FieldNames.COST_USD, 0.0)
          .build();

  @Test
  void aPointIsOneLineOfJson() {
    assertThat(text(POINT))
        .isEqualTo(
            "{\"schemaVersion\":1,\"measurement\":\"key_usage\",\"time\":\"2026-11-21T12:00:00.000Z\","
                + "\"tags\":{\"vendor\":\"anthropic\",\"account\":\"org-1\","
                + "\"api_key\":\"ci bot#88dc1234\"},"
                + "\"fields\":{\"requests\":12,\"cost_usd\":0.0}}");
  }

  @Test
  void whatIsWrittenIsReadBackAsItWas() throws IOException {
    assertThat(PointJson.read(PointJson.write(POINT))).isEqualTo(POINT);
  }

  @Test
  void aFloatKeepsItsTypeHoweverLargeOrSmall() throws IOException {
    for (double number : new double[] {0, -0.0, 1, 1e-9, 1e17, 123_456_789, Double.MAX_VALUE}) {
      Point point =
          new PointBuilder(Measurement.KEY_USAGE, 0, List.of())
              .with(FieldNames.COST_USD, number)
              .build();

      assertThat(text(point)).containsPattern("\"cost_usd\":-?[0-9]+[.E]");
      assertThat(PointJson.read(PointJson.write(point))).isEqualTo(point);
    }
  }

  @Test
  void whatNoStoreTakesIsLeftOut() {
    Point point =
        new PointBuilder(Measurement.KEY_PLACE, 0, List.of())
            .with(FieldNames.LATITUDE, Double.NaN)
            .with(FieldNames.CITY, (String) null)
            .with(FieldNames.CITY, "")
            .build();

    assertThat(point.fields()).isEmpty();
    assertThatThrownBy(() -> Field.of(FieldNames.LATITUDE, Double.POSITIVE_INFINITY))
        .hasMessage("latitude: Infinity is no value of a field");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "[]|a point is a JSON object",
        "{|not JSON, at byte",
        "{}|schemaVersion: expected a number",
        "{'schemaVersion':2}|schemaVersion: found 2, expected 1",
        "{'schemaVersion':1,'measurement':'x'}|measurement: none of that name",
        "{'schemaVersion':1,'measurement':'pipeline','time':'x'}|time: expected an ISO 8601 time",
        "{'schemaVersion':1,'measurement':'pipeline','time':'2026-11-21T12:00:00Z'}"
            + "|tags: expected an object",
        "{'schemaVersion':1,'measurement':'pipeline','time':'2026-11-21T12:00:00Z',"
            + "'tags':{'vendor':'v'}}|tags: expected texts for [] of pipeline",
        "{'schemaVersion':1,'measurement':'pipeline','time':'2026-11-21T12:00:00Z',"
            + "'tags':{},'fields':{}}|fields: expected at least one",
        "{'schemaVersion':1,'measurement':'pipeline','time':'2026-11-21T12:00:00Z',"
            + "'tags':{},'fields':{'x':1}}|fields: pipeline has none of that name",
        "{'schemaVersion':1,'measurement':'pipeline','time':'2026-11-21T12:00:00Z',"
            + "'tags':{},'fields':{'late':1.5}}|fields.late: expected integer",
      })
  void whatIsNoPointIsRefusedWithTheFieldsName(String line, String message) {
    byte[] bytes = line.replace('\'', '"').getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> PointJson.read(bytes))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(message);
  }

  private static String text(Point point) {
    return new String(PointJson.write(point), StandardCharsets.UTF_8);
  }
}
