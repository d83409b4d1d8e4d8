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
            new AlertOrderFunction(), alert -> 0, Types.INT)) {
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

  private static List<String> ids(
      KeyedOneInputStreamOperatorTestHarness<Integer, SlottedAlert, Alert> harness) {
    return harness.extractOutputValues().stream().map(Alert::id).toList();
  }

  private static SlottedAlert slotted(long slot, long changedAt, String id) {
    return new SlottedAlert(
        slot,
        new Alert(
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
            new Explanation("summary", "reason", List.of(), List.of())));
  }
}
