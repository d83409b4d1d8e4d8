package io.banwatch.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Alert;
import io.banwatch.policy.PolicyReader;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Position;
import io.banwatch.usage.Reason;
import io.banwatch.usage.Rejection;
import io.banwatch.usage.Requests;
import io.banwatch.usage.Skip;
import io.banwatch.usage.UsageEvent;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.junit.jupiter.api.Test;

class EventTimeOperatorTest {
  private static final long START = Requests.TUESDAY;
  private static final long HOUR = 3_600_000;
  private static final long DISORDER = PolicyReader.builtIn().disorderMillis();

  @Test
  void eventTimeMovesByStepsBeforeTheRecordThatMovesItAndStaysBehindByTheDisorder()
      throws Exception {
    try (EventTimeHarness harness = new EventTimeHarness(false)) {
      harness.open();
      harness.read(START, START, START, START + 4_999, START + 5_000, START + 9_000);
      assertThat(harness.watermarks())
          .containsExactly(START - DISORDER - 1, START + 5_000 - DISORDER - 1);
      assertThat(harness.timesAfter(START + 5_000 - DISORDER - 1))
          .containsExactly(START + 5_000, START + 9_000);
    }
  }

  @Test
  void aRecordLeavesWithItsPlaceInTheLogWhichGoesOnAfterARestore() throws Exception {
    OperatorSubtaskState snapshot;
    try (EventTimeHarness harness = new EventTimeHarness(false)) {
      harness.open();
      harness.read(START, START, START);
      assertThat(harness.places()).containsExactly(0L, 1L, 2L);
      snapshot = harness.snapshot(1, 1);
    }
    try (EventTimeHarness restored = new EventTimeHarness(false)) {
      restored.initializeState(snapshot);
      restored.open();
      restored.read(START + 1);
      assertThat(restored.places()).containsExactly(3L);
    }
  }

  @Test
  void afterARestoreEventTimeStandsWhereItStood() throws Exception {
    OperatorSubtaskState snapshot;
    try (EventTimeHarness harness = new EventTimeHarness(false)) {
      harness.open();
      harness.read(START, START, START + 20_000);
      snapshot = harness.snapshot(1, 1);
    }
    try (EventTimeHarness restored = new EventTimeHarness(false)) {
      restored.initializeState(snapshot);
      restored.open();
      restored.read(START + 20_001);
      assertThat(restored.watermarks()).containsExactly(START + 20_000 - DISORDER - 1);
    }
  }

  @Test
  void aRecordFarAheadIsRejectedWithItsPlaceAndDoesNotMoveEventTime() throws Exception {
    try (EventTimeHarness harness = new EventTimeHarness(false)) {
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
    try (EventTimeHarness harness = new EventTimeHarness(false)) {
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
    try (EventTimeHarness harness = new EventTimeHarness(false)) {
      harness.open();
      harness.read(START, START, START);
      snapshot = harness.snapshot(1, 1);
    }
    try (EventTimeHarness restored = new EventTimeHarness(false)) {
      restored.initializeState(snapshot);
      restored.open();
      UsageEvent stream = Requests.at(START + 1).account(null).event();
      restored.processElement(
          new StreamRecord<>(LogRecord.of(new Position("log", 9, 1, -1), stream, 0)));
      assertThat(restored.events()).extracting(UsageEvent::account).containsExactly("org-1");
    }
  }

  @Test
  void ofAHistoryThatCannotBeReadNothingIsTold() throws Exception {
    try (EventTimeHarness harness = new EventTimeHarness(false)) {
      harness.open();
      for (int i = 0; i < 100; i++) {
        Rejection rejection =
            new Rejection(new Position("log", i, 1, -1), Reason.NOT_JSON, null, "a comma");
        harness.processElement(new StreamRecord<>(LogRecord.rejected(rejection).asLearning()));
      }
      assertThat(harness.rejections()).hasSize(100);
      assertThat(harness.alerts()).isEmpty();

      harness.reject(19);
      assertThat(harness.alerts()).isEmpty();
      harness.reject(1);
      assertThat(harness.alerts()).extracting(Alert::signal).containsExactly("feed-unreadable");
    }
  }

  @Test
  void rejectionsAndSkipsArePartedFromRequests() throws Exception {
    try (EventTimeHarness harness = new EventTimeHarness(false)) {
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
}
