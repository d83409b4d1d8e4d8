package io.banwatch.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.policy.PolicyReader;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Position;
import io.banwatch.usage.Reason;
import io.banwatch.usage.Rejection;
import io.banwatch.usage.Requests;
import io.banwatch.usage.Skip;
import io.banwatch.usage.UsageEvent;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class EventTimeOperatorTest {
  private static final long START = Requests.TUESDAY;
  private static final long HOUR = 3_600_000;
  private static final long DISORDER = PolicyReader.builtIn().disorderMillis();

  @Test
  void eventTimeMovesWithTheRecordsByStepsAndStaysBehindByTheDisorder() throws Exception {
    try (Harness harness = new Harness()) {
      harness.open();
      harness.read(START, START, START, START + 4_999, START + 5_000, START + 9_000);
      assertThat(harness.watermarks())
          .containsExactly(START - DISORDER - 1, START + 5_000 - DISORDER - 1);
    }
  }

  @Test
  void aRecordFarAheadIsRejectedWithItsPlaceAndDoesNotMoveEventTime() throws Exception {
    try (Harness harness = new Harness()) {
      harness.open();
      harness.read(START, START, START, START + 9 * HOUR, START + 1);
      assertThat(harness.times()).containsExactly(START, START, START, START + 1);
      assertThat(harness.watermarks()).containsExactly(START - DISORDER - 1);
      assertThat(harness.rejections())
          .extracting(Rejection::reason, rejection -> rejection.position().offset())
          .containsExactly(org.assertj.core.groups.Tuple.tuple(Reason.TIME_AHEAD, 3L));
    }
  }

  @Test
  void whatIsSetAsideLeavesBeforeTheEndOfTheLog() throws Exception {
    try (Harness harness = new Harness()) {
      harness.open();
      harness.read(START, START + 1);
      assertThat(harness.times()).isEmpty();
      harness.processWatermark(Watermark.MAX_WATERMARK);
      assertThat(harness.times()).containsExactly(START, START + 1);
      assertThat(harness.watermarks()).endsWith(Long.MAX_VALUE);
    }
  }

  @Test
  void anAccountLearnedFromOneRecordNamesTheNextOfItsDeploymentAlsoAfterARestore()
      throws Exception {
    OperatorSubtaskState snapshot;
    try (Harness harness = new Harness()) {
      harness.open();
      harness.read(START, START, START);
      snapshot = harness.snapshot(1, 1);
    }
    try (Harness restored = new Harness()) {
      restored.initializeState(snapshot);
      restored.open();
      UsageEvent stream = Requests.at(START + 1).account(null).event();
      restored.processElement(
          new StreamRecord<>(LogRecord.of(new Position("log", 9, 1, -1), stream, 0)));
      assertThat(restored.events()).extracting(UsageEvent::account).containsExactly("org-1");
    }
  }

  @Test
  void rejectionsAndSkipsArePartedFromRequests() throws Exception {
    try (Harness harness = new Harness()) {
      harness.open();
      Position position = new Position("log", 7, 3, -1);
      harness.processElement(
          new StreamRecord<>(
              LogRecord.rejected(new Rejection(position, Reason.NOT_JSON, null, "a comma"))));
      harness.processElement(
          new StreamRecord<>(LogRecord.skipped(position, Skip.NOT_A_MODEL_CALL)));
      assertThat(harness.events()).isEmpty();
      assertThat(harness.rejections())
          .extracting(Rejection::reason)
          .containsExactly(Reason.NOT_JSON);
    }
  }

  /** The operator, fed with requests that end at given times, one byte apart. */
  private static final class Harness
      extends OneInputStreamOperatorTestHarness<LogRecord, UsageEvent> {
    private long offset;

    Harness() throws Exception {
      super(
          new EventTimeOperator(new DetectSettings(PolicyReader.builtIn(), null)),
          TypeInformation.of(LogRecord.class)
              .createSerializer(
                  new org.apache.flink.api.common.serialization.SerializerConfigImpl()));
    }

    void read(long... times) throws Exception {
      for (long time : times) {
        Position position = new Position("log", offset++, 1, -1);
        processElement(new StreamRecord<>(LogRecord.of(position, Requests.at(time).event(), 0)));
      }
    }

    List<UsageEvent> events() {
      return extractOutputValues();
    }

    List<Long> times() {
      return events().stream().map(UsageEvent::endMillis).toList();
    }

    List<Long> watermarks() {
      List<Long> times = new ArrayList<>();
      for (Object element : getOutput()) {
        if (element instanceof Watermark watermark) {
          times.add(watermark.getTimestamp());
        }
      }
      return times;
    }

    List<Rejection> rejections() {
      java.util.Queue<StreamRecord<Rejection>> rejected = getSideOutput(EventTimeOperator.REJECTED);
      return rejected == null ? List.of() : rejected.stream().map(StreamRecord::getValue).toList();
    }
  }
}
