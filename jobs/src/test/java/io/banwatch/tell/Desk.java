package io.banwatch.tell;

import io.banwatch.alert.Alert;
import io.banwatch.policy.Receiver;
import io.banwatch.policy.Silence;
import io.banwatch.policy.Telling;
import io.banwatch.webhook.Notice;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** One receiver's deliveries with everything around them under a test's control. */
final class Desk implements Outlet, Tally {
  static final long MINUTE = 60_000;
  static final long HOUR = 60 * MINUTE;

  /** A message on its way. */
  record Flight(Notice notice, List<Sent> sent) {
    String text() {
      StringBuilder text =
          new StringBuilder(notice.kind().name().toLowerCase(java.util.Locale.ROOT));
      sent.forEach(each -> text.append(' ').append(each.episode()).append(each.sequence()));
      return text.toString();
    }
  }

  final MemoryStore store = new MemoryStore();
  final List<Flight> flying = new ArrayList<>();
  final List<String> arrived = new ArrayList<>();
  final List<DeadLetter> dead = new ArrayList<>();
  final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
  final List<String> said = new ArrayList<>();
  final List<String> news = new ArrayList<>();
  private final Receiver receiver;
  private List<Silence> silences;
  private final int mostWaiting;
  String address = "here";
  long now = 1_000_000;
  long wakeAt = Long.MAX_VALUE;
  int waiting;
  private ReceiverDeliveries deliveries;

  Desk(Receiver receiver, List<Silence> silences, int mostWaiting) {
    this.receiver = receiver;
    this.silences = silences;
    this.mostWaiting = mostWaiting;
    restart();
  }

  static Desk of(Receiver receiver) {
    return new Desk(receiver, List.of(), 100);
  }

  /** The process ends, and another goes on with the state. */
  void restart() {
    flying.clear();
    wakeAt = Long.MAX_VALUE;
    Telling telling = new Telling(List.of(receiver), silences, "", 5 * MINUTE, 72 * HOUR);
    deliveries =
        new ReceiverDeliveries(
            receiver, telling, RetrySchedule.standard(), mostWaiting, store, this, this);
    deliveries.resume(now);
  }

  /** The same, with a policy that has no such silence any more. */
  void restartWithout(Silence silence) {
    silences = silences.stream().filter(each -> !each.equals(silence)).toList();
    restart();
  }

  void take(Alert... alerts) {
    for (Alert alert : alerts) {
      take(new Addressed(receiver.name(), true, false, ToldAlerts.line(alert)), alert);
    }
  }

  void takeUnsuited(Alert alert) {
    take(new Addressed(receiver.name(), false, false, ToldAlerts.line(alert)), alert);
  }

  void takeAgain(Alert alert) {
    take(new Addressed(receiver.name(), true, true, ToldAlerts.line(alert)), alert);
  }

  private void take(Addressed addressed, Alert alert) {
    deliveries.take(addressed, alert, now);
    deliveries.pump(now);
  }

  /** The oldest message in flight is answered. */
  void answer(Answer answer) {
    Flight flight = flying.remove(0);
    if (answer.status() / 100 == 2) {
      arrived.add(flight.text());
    }
    deliveries.answered(flight.sent(), answer, now);
  }

  void answer(int status) {
    answer(Answer.of(status, "status " + status));
  }

  /** Everything that flies, and what follows from it, is answered. */
  void answerAll(ToIntFunction<Flight> status) {
    while (!flying.isEmpty()) {
      answer(status.applyAsInt(flying.get(0)));
    }
  }

  /** The same with one status for all. */
  void answerAll(int status) {
    answerAll(flight -> status);
  }

  /** Time passes, and every wish to be called is met; what flies meanwhile gets this answer. */
  void pass(long millis, ToIntFunction<Flight> status) {
    long until = now + millis;
    answerAll(status);
    while (wakeAt <= until) {
      now = Math.max(now, wakeAt);
      wakeAt = Long.MAX_VALUE;
      deliveries.pump(now);
      answerAll(status);
    }
    now = until;
  }

  /** The same with one status for all. */
  void pass(long millis, int status) {
    pass(millis, flight -> status);
  }

  List<String> flights() {
    return flying.stream().map(Flight::text).toList();
  }

  @Override
  public void send(Notice notice, List<Sent> sent, long at) {
    flying.add(new Flight(notice, sent));
  }

  @Override
  public void deadLetter(DeadLetter letter) {
    dead.add(letter);
  }

  @Override
  public void say(String words) {
    news.add(words);
  }

  @Override
  public void wakeAt(long at) {
    wakeAt = Math.min(wakeAt, Math.max(at, now + 1));
  }

  @Override
  public void gone(ReceiverState state, long at) {
    said.add("gone");
  }

  @Override
  public void reopened(long goneSince, long at) {
    said.add("reopened");
  }

  @Override
  public String addressHash() {
    return address;
  }

  @Override
  public void count(Outcome outcome) {
    counts.merge(outcome, 1, Integer::sum);
  }

  @Override
  public void waiting(int number, long oldestSince) {
    waiting = number;
  }
}
