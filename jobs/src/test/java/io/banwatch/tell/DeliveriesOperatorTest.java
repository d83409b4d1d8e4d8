package io.banwatch.tell;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Alert;
import io.banwatch.policy.PolicyReader;
import io.banwatch.policy.Receiver;
import io.banwatch.webhook.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveriesOperatorTest {
  private static final String ONE = "webhook";
  private static final String OTHER = "webhook-2";
  private static final List<Flight> FLYING = new ArrayList<>();

  private record Flight(String receiver, String id, Consumer<Answer> answered) {}

  @BeforeEach
  void forget() {
    FLYING.clear();
  }

  @Test
  void anAnswerComesBackThroughTheMailboxAndFreesTheNext() throws Exception {
    try (Harness harness = new Harness(2)) {
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
    try (Harness harness = new Harness(2)) {
      harness.begin();
      for (int i = 10; i < 40; i++) {
        harness.take(ONE, ToldAlerts.firing("a" + i, 1));
      }
      harness.take(OTHER, ToldAlerts.firing("b", 1));
      assertThat(flying()).contains("webhook-2 b-1");
      snapshot = harness.snapshot(1, 1);
    }
    FLYING.clear();
    try (Harness restored = new Harness(2)) {
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
    try (Harness harness = new Harness(2)) {
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
    try (Harness harness = new Harness(2)) {
      harness.begin();
      harness.take(OTHER, ToldAlerts.firing("b", 1));
      snapshot = harness.snapshot(1, 1);
    }
    FLYING.clear();
    try (Harness restored = new Harness(1)) {
      restored.initializeState(snapshot);
      restored.begin();
      assertThat(FLYING).isEmpty();
      assertThat(restored.letters())
          .extracting(DeadLetter::receiver, DeadLetter::reason)
          .containsExactly(org.assertj.core.groups.Tuple.tuple(OTHER, "receiver-removed"));
      assertThat(restored.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void aDayAfterTheEndNoStateAndNoTimerIsLeft() throws Exception {
    try (Harness harness = new Harness(1)) {
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

  private static List<String> flying() {
    return FLYING.stream().map(flight -> flight.receiver() + " " + flight.id()).toList();
  }

  /** Holds every message until the test answers it. */
  private record Holding() implements Courier {
    @Override
    public void deliver(Receiver receiver, Notice notice, long now, Consumer<Answer> answered) {
      Alert alert = notice.alerts().get(0);
      FLYING.add(new Flight(receiver.name(), alert.id() + "-" + alert.sequence(), answered));
    }

    @Override
    public String addressHash(Receiver receiver) {
      return "address";
    }

    @Override
    public void close() {}
  }

  private static final class Harness
      extends KeyedOneInputStreamOperatorTestHarness<String, Addressed, DeadLetter> {
    private long now = 1_000;

    Harness(int receivers) throws Exception {
      super(
          new DeliveriesFactory(
              new DeliverySettings(
                  new WhoIsTold(
                      PolicyReader.builtIn(),
                      List.of("http://localhost:1/", "http://localhost:2/").subList(0, receivers)),
                  Holding::new,
                  RetrySchedule.standard(),
                  100,
                  null)),
          Addressed::receiver,
          Types.STRING);
    }

    void begin() throws Exception {
      setProcessingTime(now);
      open();
      drain();
    }

    void take(String receiver, Alert alert) throws Exception {
      processElement(new StreamRecord<>(ToldAlerts.to(receiver, alert)));
    }

    void answer(int flight, int status) throws Exception {
      FLYING.remove(flight).answered().accept(Answer.of(status, ""));
      drain();
    }

    void pass(long millis) throws Exception {
      now += millis;
      setProcessingTime(now);
      drain();
    }

    List<DeadLetter> letters() {
      return extractOutputValues();
    }

    private void drain() throws Exception {
      while (getTaskMailbox().hasMail()) {
        getTaskMailbox().take(0).run();
      }
    }
  }
}
