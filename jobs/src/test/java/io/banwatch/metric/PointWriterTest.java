package io.banwatch.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PointWriterTest {
  private static final long NOON = 1_795_262_400_000L;
  private static final Members KEY = Members.ofTags(List.of(new Tag(TagNames.VENDOR, "openai")));

  private final PointWriter points = new PointWriter();

  @Test
  void severalPointsAreLinesOfWhichTheLastHasNoEnd() {
    points.begin(Measurement.KEY_USAGE, NOON, KEY).with(FieldNames.REQUESTS, 12).end();
    points.begin(Measurement.PIPELINE, NOON).with(FieldNames.LATENESS_MOST_SECONDS, 2.0).end();

    assertThat(text(points.take()))
        .isEqualTo(
            "{\"schemaVersion\":1,\"measurement\":\"key_usage\",\"time\":\"2026-11-21T12:00:00.000Z\","
                + "\"tags\":{\"vendor\":\"openai\"},\"fields\":{\"requests\":12}}\n"
                + "{\"schemaVersion\":1,\"measurement\":\"pipeline\",\"time\":\"2026-11-21T12:00:00.000Z\","
                + "\"tags\":{},\"fields\":{\"lateness_most_seconds\":2.0}}");
    assertThat(points.isEmpty()).isTrue();
    assertThat(points.take()).isEmpty();
  }

  @Test
  void tagsAndFieldsThatWereWrittenBeforeStandAmongTheOthers() {
    Members place = Members.ofTags(List.of(new Tag(TagNames.COUNTRY, "GB")));
    Members rest = Members.ofFields(List.of(Field.of(FieldNames.CITY, "London")));
    points
        .begin(Measurement.KEY_PLACE, NOON, KEY, place)
        .with(FieldNames.REQUESTS, 1)
        .with(rest)
        .end();

    assertThat(text(points.take()))
        .endsWith(
            "\"tags\":{\"vendor\":\"openai\",\"country\":\"GB\"},"
                + "\"fields\":{\"requests\":1,\"city\":\"London\"}}");
  }

  @Test
  void whatNoStoreTakesAndZeroesThatGoWithoutSayingAreLeftOut() {
    points
        .begin(Measurement.KEY_PLACE, NOON, KEY, Members.ofTags(List.of()))
        .with(FieldNames.LATITUDE, Double.NaN)
        .with(FieldNames.LONGITUDE, Double.NEGATIVE_INFINITY)
        .with(Members.ofFields(List.of()))
        .unlessZero(FieldNames.RADIUS_KM, 0)
        .unlessZero(FieldNames.REQUESTS, 1)
        .end();

    assertThat(text(points.take())).endsWith("\"fields\":{\"requests\":1}}");
  }

  private static String text(byte[] lines) {
    return new String(lines, StandardCharsets.UTF_8);
  }
}
