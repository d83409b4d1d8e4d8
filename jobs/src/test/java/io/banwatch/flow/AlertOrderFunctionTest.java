package io.banwatch.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.Explanation;
import io.banwatch.alert.Severity;
import io.banwatch.alert.Subject;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;

class AlertOrderFunctionTest {
  @Test
  void linesLeaveByDueTimeThenChangeThenNameAndOnlyWhenNoEarlierOneCanCome() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<Integer, SlottedAlert, Alert> harness =
        ProcessFunctionTestHarnesses.forKeyedProcessFunction(
            new AlertOrderFunction(true, null), alert -> 0, Types.INT)) {
      harness.processElement(slotted(200, 200, "c"), 200);
      harness.processElement(slotted(100, 90, "z"), 100);
      harness.processElement(slotted(100, 100, "b"), 100);
      harness.processElement(slotted(100, 100, "a"), 100);

      harness.processWatermark(150);
      assertThat(ids(harness)).containsExactly("z", "a", "b");

      harness.processWatermark(Long.MAX_VALUE);
      assertThat(ids(harness)).containsExactly("z", "a", "b", "c");
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void aRecordsLineLeavesAtOnceWhereOneSubtaskJudges() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<Integer, SlottedAlert, Alert> harness =
        ProcessFunctionTestHarnesses.forKeyedProcessFunction(
            new AlertOrderFunction(true, null), alert -> 0, Types.INT)) {
      harness.processWatermark(100);
      harness.processElement(ofRecord(101, 7, "second"), 7);
      harness.processElement(ofRecord(101, 8, "first"), 8);
      assertThat(ids(harness)).containsExactly("second", "first");
    }
  }

  @Test
  void aRecordsLineWaitsForWhatTimeDecidedBeforeIt() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<Integer, SlottedAlert, Alert> harness =
        ProcessFunctionTestHarnesses.forKeyedProcessFunction(
            new AlertOrderFunction(true, null), alert -> 0, Types.INT)) {
      harness.processElement(ofRecord(101, 7, "record"), 7);
      harness.processElement(slotted(100, 40, "time"), 40);
      assertThat(ids(harness)).isEmpty();
      harness.processWatermark(100);
      assertThat(ids(harness)).containsExactly("time", "record");
    }
  }

  @Test
  void whereSeveralJudgeRecordsLinesWaitAndLeaveInTheOrderOfTheLog() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<Integer, SlottedAlert, Alert> harness =
        ProcessFunctionTestHarnesses.forKeyedProcessFunction(
            new AlertOrderFunction(false, null), alert -> 0, Types.INT)) {
      harness.processWatermark(100);
      harness.processElement(ofRecord(101, 8, "second"), 8);
      harness.processElement(slotted(101, 90, "time"), 90);
      harness.processElement(ofRecord(101, 7, "first"), 7);
      assertThat(ids(harness)).isEmpty();
      harness.processWatermark(200);
      assertThat(ids(harness)).containsExactly("first", "second", "time");
    }
  }

  @Test
  void itCountsWhatItTells() throws Exception {
    JobStatus status = JobStatus.register();
    try (KeyedOneInputStreamOperatorTestHarness<Integer, SlottedAlert, Alert> harness =
        ProcessFunctionTestHarnesses.forKeyedProcessFunction(
            new AlertOrderFunction(true, status.name()), alert -> 0, Types.INT)) {
      harness.processElement(ofRecord(Long.MIN_VALUE + 1, 7, "record"), 7);
      assertThat(status.alerts()).containsExactly(java.util.Map.entry(Severity.WARNING, 1L));
    } finally {
      status.forget();
    }
  }

  private static List<String> ids(
      KeyedOneInputStreamOperatorTestHarness<Integer, SlottedAlert, Alert> harness) {
    return harness.extractOutputValues().stream().map(Alert::id).toList();
  }

  private static SlottedAlert ofRecord(long slot, long place, String id) {
    return new SlottedAlert(slot, place, alert(slot, id));
  }

  private static SlottedAlert slotted(long slot, long changedAt, String id) {
    return SlottedAlert.byTime(slot, alert(changedAt, id));
  }

  private static Alert alert(long changedAt, String id) {
    return new Alert(
        id,
        1,
        AlertStatus.FIRING,
        Severity.WARNING,
        "request-surge",
        Subject.ofAccount("anthropic", "org-1"),
        "policy",
        changedAt,
        changedAt,
        null,
        new Explanation("summary", "reason", List.of(), List.of()));
  }
}
