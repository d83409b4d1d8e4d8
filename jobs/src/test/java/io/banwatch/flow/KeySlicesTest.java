package io.banwatch.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.banwatch.metric.Field;
import io.banwatch.metric.FieldNames;
import io.banwatch.metric.Measurement;
import io.banwatch.metric.Point;
import io.banwatch.metric.Tag;
import io.banwatch.usage.Requests;
import io.banwatch.vendor.AnswerClass;
import io.banwatch.vendor.AnsweredBy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

class KeySlicesTest {
  private static final long START = Requests.TUESDAY;
  private static final long SLICE = 10_000;
  private static final long MINUTE = 60_000;
  private static final long DAY = 86_400_000;

  @Test
  void aSliceIsWrittenOnceTheWatermarkHasPassedIt() throws Exception {
    try (KeySlicesHarness harness = new KeySlicesHarness()) {
      harness.open();
      harness.read(Requests.at(START), Requests.at(START + SLICE - 1), Requests.at(START + SLICE));
      harness.processWatermark(START + SLICE - 2);
      assertThat(harness.points()).isEmpty();

      harness.processWatermark(START + SLICE - 1);
      Point usage = harness.points(Measurement.KEY_USAGE).get(0);

      assertThat(harness.points(Measurement.KEY_USAGE)).hasSize(1);
      assertThat(usage.timeMillis()).isEqualTo(START);
      assertThat(usage.tags())
          .containsExactly(
              new Tag("vendor", "anthropic"),
              new Tag("account", "org-1"),
              new Tag("team", "search"),
              new Tag("api_key", "ci-bot#key-1"));
      assertThat(usage.fields())
          .containsExactly(
              Field.of("requests", 2),
              Field.of("ok", 2),
              Field.of("errors", 0),
              Field.of("answer_ok", 2),
              Field.of("uncached_input_tokens", 2_000),
              Field.of("cache_read_tokens", 0),
              Field.of("cache_write_tokens", 0),
              Field.of("output_tokens", 400),
              Field.of("input_tokens_weighed", 2_000),
              Field.of("cost_usd", 0.0),
              Field.of("addresses", 1),
              Field.of("countries", 1));
    }
  }

  @Test
  void aLateRequestMakesTheWholePointBeWrittenAgainAndTellsTheAccountOnlyOfItself()
      throws Exception {
    try (KeySlicesHarness harness = new KeySlicesHarness()) {
      harness.open();
      harness.read(Requests.at(START), Requests.at(START + 1));
      harness.processWatermark(START + MINUTE);
      harness.read(Requests.at(START + 2).answer(AnswerClass.REFUSAL));
      harness.processWatermark(START + MINUTE + 5_000);

      assertThat(harness.points(Measurement.KEY_USAGE))
          .extracting(KeySlicesTest::requests)
          .containsExactly(2L, 3L);
      assertThat(harness.shares())
          .extracting(share -> share.first, share -> share.usage.requests)
          .containsExactly(tuple(true, 2), tuple(false, 1));
    }
  }

  @Test
  void aRequestOfTenMinutesAgoIsLeftOutAndCounted() throws Exception {
    try (KeySlicesHarness harness = new KeySlicesHarness()) {
      harness.open();
      harness.read(Requests.at(START));
      harness.processWatermark(START + SLICE - 1 + 10 * MINUTE - 1);
      harness.read(Requests.at(START + 1));
      harness.processWatermark(START + SLICE - 1 + 10 * MINUTE);
      harness.read(Requests.at(START + 2));
      harness.processWatermark(START + DAY);

      assertThat(harness.points(Measurement.KEY_USAGE))
          .extracting(KeySlicesTest::requests)
          .containsExactly(1L, 2L);
      assertThat(harness.counts()).extracting(counts -> counts.tooLate).contains(1);
    }
  }

  @Test
  void ofMoreThanThirtySlicesTheOldestIsNotWrittenAgain() throws Exception {
    try (KeySlicesHarness harness = new KeySlicesHarness()) {
      harness.open();
      for (int slice = 0; slice < 32; slice++) {
        harness.read(Requests.at(START + slice * SLICE));
      }
      harness.processWatermark(START + 32 * SLICE);
      harness.read(Requests.at(START + SLICE), Requests.at(START + 2 * SLICE));
      harness.processWatermark(START + 33 * SLICE);

      assertThat(harness.points(Measurement.KEY_USAGE)).hasSize(33);
      assertThat(harness.points(Measurement.KEY_USAGE).get(32).timeMillis())
          .isEqualTo(START + 2 * SLICE);
      assertThat(harness.counts()).extracting(counts -> counts.tooLate).contains(1);
    }
  }

  @Test
  void aRepeatAndHistoryCountForNothing() throws Exception {
    try (KeySlicesHarness harness = new KeySlicesHarness()) {
      harness.open();
      harness.read(Requests.at(START).id(7), Requests.at(START).id(7));
      harness.processElement(Requests.at(START).id(8).event().asHistory(), START);
      harness.processElement(Requests.at(START).id(8).event().asHistory(), START);
      harness.processWatermark(START + MINUTE);

      assertThat(harness.points(Measurement.KEY_USAGE))
          .extracting(KeySlicesTest::requests)
          .containsExactly(1L);
      assertThat(harness.counts()).extracting(counts -> counts.repeats).containsExactly(1);
      assertThat(harness.counts()).extracting(counts -> counts.accepted).containsExactly(-1);
    }
  }

  @Test
  void paceIsReadAfterTheLastRequestOfASlice() throws Exception {
    try (KeySlicesHarness harness = new KeySlicesHarness()) {
      harness.open();
      harness.read(Requests.at(START), Requests.at(START + SLICE), Requests.at(START + SLICE + 1));
      harness.processWatermark(START + MINUTE);

      assertThat(harness.points(Measurement.KEY_PACE))
          .extracting(point -> value(point, "requests_1m"))
          .containsExactly(1L, 3L);
      Point pace = harness.points(Measurement.KEY_PACE).get(1);
      assertThat(value(pace, "input_60m")).isEqualTo(3_000);
      assertThat(pace.fields()).extracting(Field::name).contains("output_10m_threshold");
      assertThat(pace.fields()).extracting(Field::name).doesNotContain("requests_1m_record");
    }
  }

  @Test
  void whatTheGatewayAnswersIsUsageAndNoPace() throws Exception {
    try (KeySlicesHarness harness = new KeySlicesHarness()) {
      harness.open();
      harness.read(Requests.at(START));
      harness.read(
          Requests.at(START + SLICE).answeredBy(AnsweredBy.GATEWAY).answer(AnswerClass.AUTH));
      harness.processWatermark(START + MINUTE);

      assertThat(harness.points(Measurement.KEY_USAGE)).hasSize(2);
      assertThat(harness.points(Measurement.KEY_PACE)).hasSize(1);
    }
  }

  @Test
  void placesAreWrittenByCountryAndNetworkWithoutTheWholeAddress() throws Exception {
    try (KeySlicesHarness harness = new KeySlicesHarness()) {
      harness.open();
      harness.read(Requests.at(START), Requests.at(START).from("10.0.0.1"));
      harness.processWatermark(START + MINUTE);
      Point place = harness.points(Measurement.KEY_PLACE).get(0);

      assertThat(harness.points(Measurement.KEY_PLACE)).hasSize(1);
      assertThat(place.tags().subList(4, 6))
          .extracting(Tag::name)
          .containsExactly("country", "network");
      assertThat(place.tags().get(4).value()).isEqualTo("GB");
      assertThat(requests(place)).isEqualTo(1);
      assertThat(place.fields()).contains(Field.of(FieldNames.ADDRESS, "81.2.69.0/24"));
    }
  }

  @Test
  void aDeadKeyLeavesNeitherStateNorTimers() throws Exception {
    try (KeySlicesHarness harness = new KeySlicesHarness()) {
      harness.open();
      harness.read(Requests.at(START), Requests.at(START + MINUTE));
      assertThat(harness.numEventTimeTimers()).isEqualTo(1);
      harness.processWatermark(START + 36 * DAY);
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void killedAndRestoredTheSamePointsComeOut() throws Exception {
    List<Requests> requests = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      requests.add(
          Requests.at(START + i * 1_700L - (i % 7 == 0 ? 6_000 : 0))
              .from("81.2.69." + i % 40)
              .account("org-" + i % 3));
    }
    Map<MetricLog.Place, Point> undisturbed = run(requests, 300);

    assertThat(undisturbed).hasSizeGreaterThan(200);
    for (int kill : new int[] {1, 50, 133, 299}) {
      assertThat(run(requests, kill)).isEqualTo(undisturbed);
    }
  }

  /** All points, when the operator is replaced before this request by one from its checkpoint. */
  private static Map<MetricLog.Place, Point> run(List<Requests> requests, int kill)
      throws Exception {
    Map<MetricLog.Place, Point> points = new HashMap<>();
    OperatorSubtaskState checkpoint;
    try (KeySlicesHarness harness = new KeySlicesHarness()) {
      harness.open();
      feed(requests.subList(0, kill), harness);
      harness.points().forEach(point -> MetricLog.put(point, points));
      checkpoint = harness.snapshot(1, 1);
    }
    try (KeySlicesHarness restored = new KeySlicesHarness()) {
      restored.initializeState(checkpoint);
      restored.open();
      feed(requests.subList(kill, requests.size()), restored);
      restored.processWatermark(Long.MAX_VALUE);
      restored.points().forEach(point -> MetricLog.put(point, points));
    }
    return points;
  }

  private static void feed(List<Requests> requests, KeySlicesHarness harness) throws Exception {
    for (Requests request : requests) {
      harness.processWatermark(EventClock.step(request.event().endMillis() - 10_000));
      harness.read(request);
    }
  }

  private static long requests(Point point) {
    return value(point, FieldNames.REQUESTS);
  }

  private static long value(Point point, String name) {
    return point.fields().stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow()
        .integer();
  }
}
