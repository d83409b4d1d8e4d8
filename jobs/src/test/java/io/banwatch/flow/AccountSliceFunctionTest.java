package io.banwatch.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.measure.SliceLimitsSamples;
import io.banwatch.measure.SliceShare;
import io.banwatch.metric.Field;
import io.banwatch.metric.Measurement;
import io.banwatch.metric.Point;
import io.banwatch.metric.WrittenPoints;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class AccountSliceFunctionTest {
  private static final long SLICE = 10_000;

  @Test
  void keysAddUpAndALateShareMakesTheWholePointBeWrittenAgain() throws Exception {
    try (Harness harness = new Harness()) {
      harness.open();
      harness.processElement(share(5, true, 2, 1, 2), 0);
      harness.processElement(share(5, true, 3, 2, 3), 0);
      harness.processWatermark(6 * SLICE - 1);
      harness.processElement(share(5, false, 4, 2, 4), 0);
      harness.processWatermark(7 * SLICE);

      assertThat(harness.usage()).hasSize(2);
      assertThat(harness.usage()).allMatch(point -> point.timeMillis() == 5 * SLICE);
      assertThat(harness.usage())
          .extracting(point -> value(point, "requests"))
          .containsExactly(5L, 9L);
      assertThat(harness.usage())
          .extracting(point -> value(point, "active_keys"))
          .containsExactly(2L, 2L);
      assertThat(harness.usage())
          .extracting(point -> value(point, "addresses"))
          .containsExactly(3L, 4L);
    }
  }

  @Test
  void theLeastThatIsLeftOfALimitIsWrittenByModel() throws Exception {
    try (Harness harness = new Harness()) {
      harness.open();
      for (long remaining : new long[] {40, 10, 30}) {
        SliceShare share = share(0, true, 1);
        share.limits = SliceLimitsSamples.of("sonnet", 100, remaining);
        harness.processElement(share, 0);
      }
      harness.processWatermark(SLICE);

      List<Point> limits =
          harness.points().stream()
              .filter(point -> point.measurement() == Measurement.ACCOUNT_LIMITS)
              .toList();
      assertThat(limits).hasSize(1);
      assertThat(limits.get(0).tags().get(2).value()).isEqualTo("sonnet");
      assertThat(limits.get(0).fields())
          .containsExactly(
              Field.of("requests_allowed", 100),
              Field.of("requests_remaining", 10),
              Field.of("used_share", 0.9));
    }
  }

  @Test
  void nothingIsKeptOfASliceThatCanNoLongerChange() throws Exception {
    try (Harness harness = new Harness()) {
      harness.open();
      harness.processElement(share(5, true, 2), 0);
      harness.processWatermark(6 * SLICE);
      assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
      harness.processWatermark(6 * SLICE + 600_000);
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers()).isZero();
    }
  }

  private static SliceShare share(long slice, boolean first, int requests, long... addresses) {
    SliceShare share = new SliceShare();
    share.vendor = "anthropic";
    share.account = "org-1";
    share.slice = slice;
    share.first = first;
    share.usage.requests = requests;
    share.addresses = addresses;
    return share;
  }

  private static long value(Point point, String name) {
    return point.fields().stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow()
        .integer();
  }

  private static final class Harness
      extends KeyedOneInputStreamOperatorTestHarness<String, SliceShare, byte[]> {
    Harness() throws Exception {
      super(
          new KeyedProcessOperator<>(new AccountSliceFunction()),
          AccountSliceFunction::keyOf,
          Types.STRING);
    }

    List<Point> points() {
      return extractOutputValues().stream()
          .flatMap(lines -> WrittenPoints.of(lines).stream())
          .toList();
    }

    List<Point> usage() {
      return points().stream()
          .filter(point -> point.measurement() == Measurement.ACCOUNT_USAGE)
          .toList();
    }
  }
}
