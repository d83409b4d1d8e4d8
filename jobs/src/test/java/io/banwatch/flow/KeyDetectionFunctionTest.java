package io.banwatch.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.AlertStatus;
import io.banwatch.policy.PolicyReader;
import io.banwatch.usage.Credential;
import io.banwatch.usage.Requests;
import io.banwatch.usage.UsageEvent;
import io.banwatch.vendor.AnsweredBy;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class KeyDetectionFunctionTest {
  private static final long START = Requests.TUESDAY;
  private static final long DAY = 86_400_000;

  @Test
  void aDeadKeyLeavesNeitherStateNorTimers() throws Exception {
    try (Harness harness = new Harness()) {
      harness.open();
      harness.read(Requests.at(START), Requests.at(START + 1_000), Requests.at(START + 1_500));
      assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
      assertThat(harness.numEventTimeTimers()).isEqualTo(1);
      harness.processWatermark(START + 36 * DAY);
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void aKeyThatNoVendorEverAnsweredGetsNoState() throws Exception {
    try (Harness harness = new Harness()) {
      harness.open();
      harness.read(Requests.at(START).answeredBy(AnsweredBy.GATEWAY));
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void anAlertResolvesByTimeWhenItsKeyIsSilent() throws Exception {
    try (Harness harness = new Harness()) {
      harness.open();
      harness.read(misuse(START));
      assertThat(harness.alerts())
          .extracting(line -> line.alert().status())
          .containsExactly(AlertStatus.FIRING);
      harness.processWatermark(START + 2 * DAY);
      assertThat(harness.alerts())
          .extracting(line -> line.alert().status())
          .containsExactly(AlertStatus.FIRING, AlertStatus.RESOLVED);
      assertThat(harness.alerts().get(1).alert().changedAt()).isEqualTo(START + DAY);
    }
  }

  @Test
  void theEndOfABoundedLogResolvesNothing() throws Exception {
    try (Harness harness = new Harness()) {
      harness.open();
      harness.read(misuse(START));
      harness.processWatermark(Long.MAX_VALUE);
      assertThat(harness.alerts()).hasSize(1);
    }
  }

  @Test
  void anOpenAlertGoesOnAfterARestore() throws Exception {
    OperatorSubtaskState snapshot;
    try (Harness harness = new Harness()) {
      harness.open();
      harness.read(misuse(START));
      snapshot = harness.snapshot(1, 1);
    }
    try (Harness restored = new Harness()) {
      restored.initializeState(snapshot);
      restored.open();
      restored.read(misuse(START + 60_000));
      assertThat(restored.alerts()).isEmpty();
      restored.processWatermark(START + 3 * DAY);
      assertThat(restored.alerts())
          .extracting(line -> line.alert().changedAt())
          .containsExactly(START + 60_000 + DAY);
    }
  }

  @Test
  void aRepeatedRequestIsPassedOnOnce() throws Exception {
    try (Harness harness = new Harness()) {
      harness.open();
      harness.read(Requests.at(START).id(7), Requests.at(START).id(7), Requests.at(START).id(8));
      harness.processWatermark(START + 60_000);
      assertThat(harness.extractOutputValues())
          .extracting(slotted -> slotted.activity().requests())
          .containsExactly(1, 1);
    }
  }

  private static Requests misuse(long at) {
    return Requests.at(at).client("opencode/1.2.3").credential(Credential.SUBSCRIPTION);
  }

  /** The operator with its state, for one or more keys. */
  private static final class Harness
      extends KeyedOneInputStreamOperatorTestHarness<Long, UsageEvent, SlottedActivity> {
    Harness() throws Exception {
      super(
          new KeyedProcessOperator<>(
              new KeyDetectionFunction(new DetectSettings(PolicyReader.builtIn(), null))),
          UsageEvent::identity,
          Types.LONG);
    }

    void read(Requests... requests) throws Exception {
      for (Requests request : requests) {
        UsageEvent event = request.event();
        processElement(event, event.endMillis());
      }
    }

    List<SlottedAlert> alerts() {
      java.util.Queue<StreamRecord<SlottedAlert>> alerts =
          getSideOutput(KeyDetectionFunction.ALERTS);
      return alerts == null ? List.of() : alerts.stream().map(StreamRecord::getValue).toList();
    }
  }
}
