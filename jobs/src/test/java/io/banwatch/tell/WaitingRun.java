package io.banwatch.tell;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.Severity;
import io.banwatch.policy.PolicyReader;
import io.banwatch.policy.Receiver;
import io.banwatch.webhook.Notice;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.storage.JobManagerCheckpointStorage;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** Lets alerts wait for a receiver that is away, and says what that costs; for people. */
final class WaitingRun {
  private static final AtomicLong DELIVERED = new AtomicLong();
  private static volatile boolean away = true;

  private WaitingRun() {}

  /**
   * Runs.
   *
   * @param arguments how many alerts wait
   */
  public static void main(String[] arguments) throws Exception {
    int alerts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    try (KeyedOneInputStreamOperatorTestHarness<String, Addressed, DeadLetter> harness =
        harness(alerts)) {
      harness.setCheckpointStorage(new JobManagerCheckpointStorage(Integer.MAX_VALUE));
      harness.setProcessingTime(1);
      harness.open();
      long empty = heap();
      long bytes = 0;
      long began = System.nanoTime();
      for (int i = 0; i < alerts; i++) {
        Alert alert =
            ToldAlerts.alert(
                String.format(Locale.ROOT, "%024x", i),
                1,
                AlertStatus.FIRING,
                Severity.WARNING,
                "org-" + i % 50);
        Addressed addressed = ToldAlerts.to("webhook", alert);
        bytes += addressed.line().length();
        harness.processElement(new StreamRecord<>(addressed));
        drain(harness);
      }
      double taken = (System.nanoTime() - began) / 1e9;
      long heap = heap() - empty;
      began = System.nanoTime();
      OperatorSubtaskState state = harness.snapshot(1, 1);
      double saved = (System.nanoTime() - began) / 1e9;
      say(
          "%d alerts of %d bytes wait, taken at %.0f a second",
          alerts, bytes / alerts, alerts / taken);
      say("heap %d MB, checkpoint %d MB in %.2f s", heap >> 20, state.getStateSize() >> 20, saved);
      away = false;
      began = System.nanoTime();
      harness.setProcessingTime(3_600_000);
      drain(harness);
      say(
          "%d delivered in %.2f s once the receiver is back",
          DELIVERED.get(), (System.nanoTime() - began) / 1e9);
    }
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }

  private static long heap() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Addressed, DeadLetter> harness(
      int alerts) throws Exception {
    WhoIsTold whoIsTold = new WhoIsTold(PolicyReader.builtIn(), List.of("http://localhost:1/"));
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new DeliveriesFactory(
            new DeliverySettings(whoIsTold, Away::new, RetrySchedule.standard(), alerts, null)),
        Addressed::receiver,
        Types.STRING);
  }

  private static void drain(KeyedOneInputStreamOperatorTestHarness<?, ?, ?> harness)
      throws Exception {
    while (harness.getTaskMailbox().hasMail()) {
      harness.getTaskMailbox().take(0).run();
    }
  }

  private record Away() implements Courier {
    @Override
    public void deliver(Receiver receiver, Notice notice, long now, Consumer<Answer> answered) {
      if (away) {
        answered.accept(Answer.failed("away"));
      } else {
        DELIVERED.addAndGet(notice.alerts().size());
        answered.accept(Answer.of(200, ""));
      }
    }

    @Override
    public String addressHash(Receiver receiver) {
      return "";
    }

    @Override
    public void close() {}
  }
}
