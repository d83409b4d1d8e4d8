package io.banwatch.tell;

import static io.banwatch.tell.DeliveriesHarness.FLYING;
import static io.banwatch.tell.DeliveriesHarness.flying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.concurrent.TimeUnit;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveriesOperatorTest {
  private static final String ONE = "webhook";
  private static final String OTHER = "webhook-2";

  @BeforeEach
  void forget() {
    FLYING.clear();
  }

  @Test
  void anAnswerComesBackThroughTheMailboxAndFreesTheNext() throws Exception {
    try (DeliveriesHarness harness = DeliveriesHarness.of(2)) {
      harness.begin();
      harness.take(ONE, ToldAlerts.firing("a", 1));
      harness.take(ONE, ToldAlerts.resolved("a", 2));
      assertThat(flying()).containsExactly("webhook a-1");
      harness.answer(0, 200);
      assertThat(flying()).containsExactly("webhook a-2");
    }
  }

  @Test
  void aReceiverThatIsAwayHoldsNeitherOthersNorCheckpointsUp() throws Exception {
    OperatorSubtaskState snapshot;
    try (DeliveriesHarness harness = DeliveriesHarness.of(2)) {
      harness.begin();
      for (int i = 10; i < 40; i++) {
        harness.take(ONE, ToldAlerts.firing("a" + i, 1));
      }
      harness.take(OTHER, ToldAlerts.firing("b", 1));
      assertThat(flying()).contains("webhook-2 b-1");
      snapshot = harness.snapshot(1, 1);
    }
    FLYING.clear();
    try (DeliveriesHarness restored = DeliveriesHarness.of(2)) {
      restored.initializeState(snapshot);
      restored.begin();
      assertThat(flying()).contains("webhook-2 b-1").hasSize(9);
      while (!FLYING.isEmpty()) {
        restored.answer(0, 200);
      }
      restored.pass(TimeUnit.MINUTES.toMillis(1));
      assertThat(restored.numKeyedStateEntries()).isPositive();
    }
  }

  @Test
  void whenOneReceiverIsGoneTheOthersAreTold() throws Exception {
    try (DeliveriesHarness harness = DeliveriesHarness.of(2)) {
      harness.begin();
      harness.take(ONE, ToldAlerts.firing("a", 1));
      harness.answer(0, 410);
      assertThat(FLYING).hasSize(1);
      assertThat(FLYING.get(0).receiver()).isEqualTo(OTHER);
      assertThat(harness.letters()).extracting(DeadLetter::reason).containsExactly("receiver-gone");
    }
  }

  @Test
  void whatWaitedForAReceiverThatThePolicyForgotIsADeadLetter() throws Exception {
    OperatorSubtaskState snapshot;
    try (DeliveriesHarness harness = DeliveriesHarness.of(2)) {
      harness.begin();
      harness.take(OTHER, ToldAlerts.firing("b", 1));
      snapshot = harness.snapshot(1, 1);
    }
    FLYING.clear();
    try (DeliveriesHarness restored = DeliveriesHarness.of(1)) {
      restored.initializeState(snapshot);
      restored.begin();
      assertThat(FLYING).isEmpty();
      assertThat(restored.letters())
          .extracting(DeadLetter::receiver, DeadLetter::reason)
          .containsExactly(tuple(OTHER, "receiver-removed"));
      assertThat(restored.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void whatIsToldAgainToAReceiverThatThePolicyDoesNotNameStaysADeadLetter() throws Exception {
    try (DeliveriesHarness harness = DeliveriesHarness.of(1)) {
      harness.begin();
      String line = ToldAlerts.line(ToldAlerts.firing("a", 3));
      harness.processElement(new StreamRecord<>(new Addressed("former", true, true, line)));
      assertThat(FLYING).isEmpty();
      assertThat(harness.letters())
          .extracting(DeadLetter::receiver, DeadLetter::sequence, DeadLetter::reason)
          .containsExactly(tuple("former", 3, "receiver-removed"));
      assertThat(harness.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void aDayAfterTheEndNoStateAndNoTimerIsLeft() throws Exception {
    try (DeliveriesHarness harness = DeliveriesHarness.of(1)) {
      harness.begin();
      harness.take(ONE, ToldAlerts.firing("a", 1));
      harness.answer(0, 500);
      harness.pass(TimeUnit.SECONDS.toMillis(10));
      harness.answer(0, 200);
      harness.take(ONE, ToldAlerts.resolved("a", 2));
      harness.answer(0, 200);
      for (int hour = 0; hour < 26; hour++) {
        harness.pass(TimeUnit.HOURS.toMillis(1));
      }
      assertThat(harness.numProcessingTimeTimers()).isZero();
      // How the receiver does is all that stays.
      assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
    }
  }
}
