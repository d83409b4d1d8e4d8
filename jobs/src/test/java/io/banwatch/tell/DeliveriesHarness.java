package io.banwatch.tell;

import io.banwatch.alert.Alert;
import io.banwatch.policy.Policy;
import io.banwatch.policy.PolicyReader;
import io.banwatch.policy.Receiver;
import io.banwatch.webhook.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/**
 * The operator of deliveries under a clock that the test moves; every message stays in flight until
 * the test answers it.
 */
final class DeliveriesHarness
    extends KeyedOneInputStreamOperatorTestHarness<String, Addressed, DeadLetter> {
  /** What flies, oldest first. Static, since a courier is made where the operator runs. */
  static final List<Flight> FLYING = new ArrayList<>();

  private static final long STEP = 1_000;

  /** A message on its way. */
  record Flight(String receiver, Notice notice, Consumer<Answer> answered) {
    /** For example {@code webhook a-1}, or {@code team meanwhile a-2 b-3}. */
    String text() {
      String kind =
          notice.kind() == Notice.Kind.CHANGE
              ? ""
              : notice.kind().name().toLowerCase(Locale.ROOT) + " ";
      return receiver
          + " "
          + kind
          + notice.alerts().stream()
              .map(alert -> alert.id() + "-" + alert.sequence())
              .collect(Collectors.joining(" "));
    }
  }

  private final Policy policy;
  private long now;

  private DeliveriesHarness(Policy policy, List<String> webhooks, long now) throws Exception {
    super(
        new DeliveriesFactory(
            new DeliverySettings(
                new WhoIsTold(policy, webhooks),
                Holding::new,
                RetrySchedule.standard(),
                100,
                null)),
        Addressed::receiver,
        Types.STRING);
    this.policy = policy;
    this.now = now;
  }

  /** One or two receivers, called as those of the command line are. */
  static DeliveriesHarness of(int webhooks) throws Exception {
    List<String> addresses = List.of("http://localhost:1/", "http://localhost:2/");
    return new DeliveriesHarness(PolicyReader.builtIn(), addresses.subList(0, webhooks), STEP);
  }

  /** The receivers of a policy, at a time. */
  static DeliveriesHarness of(Policy policy, long now) throws Exception {
    return new DeliveriesHarness(policy, List.of(), now);
  }

  /** Opens it; after a restore, what waited goes out. */
  void begin() throws Exception {
    setProcessingTime(now);
    open();
    drain();
  }

  void take(String receiver, Alert alert) throws Exception {
    processElement(new StreamRecord<>(ToldAlerts.to(receiver, alert)));
  }

  /** The alert log says this: the policy's receivers are told. */
  void take(Alert alert) throws Exception {
    for (Receiver receiver : policy.telling().receivers()) {
      take(receiver.name(), alert);
    }
    drain();
  }

  void answer(int flight, int status) throws Exception {
    FLYING.remove(flight).answered().accept(Answer.of(status, ""));
    drain();
  }

  /** Answers everything that flies and what follows from it; receives what was taken. */
  void answerAll(ToIntFunction<Flight> status, Consumer<Flight> taken) throws Exception {
    while (!FLYING.isEmpty()) {
      Flight flight = FLYING.get(0);
      int answer = status.applyAsInt(flight);
      if (answer == 200) {
        taken.accept(flight);
      }
      answer(0, answer);
    }
  }

  /** Time passes, at once. */
  void pass(long millis) throws Exception {
    now += millis;
    setProcessingTime(now);
    drain();
  }

  /** Time passes second by second, and what flies is answered as it flies. */
  void pass(long millis, ToIntFunction<Flight> status, Consumer<Flight> taken) throws Exception {
    answerAll(status, taken);
    for (long passed = 0; passed < millis; passed += STEP) {
      pass(STEP);
      answerAll(status, taken);
    }
  }

  long now() {
    return now;
  }

  List<DeadLetter> letters() {
    return extractOutputValues();
  }

  static List<String> flying() {
    return FLYING.stream().map(Flight::text).toList();
  }

  private void drain() throws Exception {
    while (getTaskMailbox().hasMail()) {
      getTaskMailbox().take(0).run();
    }
  }

  private record Holding() implements Courier {
    @Override
    public void deliver(Receiver receiver, Notice notice, long now, Consumer<Answer> answered) {
      FLYING.add(new Flight(receiver.name(), notice, answered));
    }

    @Override
    public String addressHash(Receiver receiver) {
      return "address";
    }

    @Override
    public void close() {}
  }
}
