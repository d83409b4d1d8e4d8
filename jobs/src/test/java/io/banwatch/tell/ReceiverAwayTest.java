package io.banwatch.tell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.banwatch.policy.ReceiverFormat;
import io.banwatch.policy.Silence;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReceiverAwayTest {
  private static final long SECOND = 1_000;
  private static final long DAY = TimeUnit.DAYS.toMillis(1);

  private final Desk desk = Desk.of(Receivers.of(ReceiverFormat.STANDARD));

  @Test
  void afterAnHourWithoutTheReceiverTheBacklogIsToldCompactlyInTheOrderOfItsChanges() {
    desk.take(ToldAlerts.firing("a", 1));
    desk.pass(10 * SECOND, 0);
    desk.take(ToldAlerts.firing("b", 1), ToldAlerts.critical("b", 3), ToldAlerts.firing("c", 2));
    desk.take(ToldAlerts.resolved("c", 4), ToldAlerts.critical("a", 5));
    desk.pass(Desk.HOUR, 503);
    assertThat(desk.arrived).isEmpty();
    desk.pass(16 * Desk.MINUTE, 200);
    assertThat(desk.arrived).containsExactlyInAnyOrder("change b3", "meanwhile c4", "change a5");
    assertThat(desk.arrived.subList(1, 3)).isSortedAccordingTo(ReceiverAwayTest::bySequence);
    assertThat(desk.dead).isEmpty();
  }

  @Test
  void aReceiverThatIsAwayIsTriedWithOneMessageAndAtLeastEveryFifteenMinutes() {
    for (int i = 10; i < 40; i++) {
      desk.take(ToldAlerts.firing("a" + i + "-", 1));
    }
    desk.pass(Desk.HOUR, 0);
    int before = desk.counts.get(Outcome.RETRIED);
    desk.pass(2 * Desk.HOUR, 0);
    assertThat(desk.counts.get(Outcome.RETRIED) - before).isBetween(8, 16);
    desk.pass(15 * Desk.MINUTE, 200);
    assertThat(desk.arrived).hasSize(30);
  }

  @Test
  void oneMessageThatAlwaysFailsHoldsNoOtherUp() {
    desk.take(ToldAlerts.firing("a", 1));
    for (int i = 10; i < 40; i++) {
      desk.take(ToldAlerts.firing("b" + i + "-", 1));
      desk.pass(10 * SECOND, flight -> flight.text().contains(" a1") ? 500 : 200);
      assertThat(desk.arrived).hasSize(i - 9);
    }
  }

  @Test
  void retryAfterIsHonouredForTheWholeReceiver() {
    desk.take(ToldAlerts.firing("a", 1));
    desk.answer(new Answer(429, "120", "slow down"));
    desk.take(ToldAlerts.firing("b", 1));
    assertThat(desk.flying).isEmpty();
    desk.pass(119 * SECOND, 200);
    assertThat(desk.arrived).isEmpty();
    desk.pass(SECOND, 200);
    assertThat(desk.arrived).containsExactlyInAnyOrder("change a1", "change b1");
  }

  @Test
  void afterADayOfFailuresAMessageIsADeadLetter() {
    desk.take(ToldAlerts.firing("a", 1));
    desk.pass(DAY - Desk.MINUTE, 500);
    assertThat(desk.dead).isEmpty();
    desk.pass(Desk.HOUR, 500);
    assertThat(desk.dead)
        .extracting(DeadLetter::reason, DeadLetter::status)
        .containsExactly(tuple("expired", 500));
  }

  @Test
  void whatWasInFlightIsSentAgainAfterARestart() {
    desk.take(ToldAlerts.firing("a", 1), ToldAlerts.firing("b", 1));
    desk.answer(200);
    desk.restart();
    assertThat(desk.flights()).containsExactly("change b1");
  }

  @Test
  void anAlertmanagerThatWasAwayForDaysHearsOfWhatStillFires() {
    Desk manager = Desk.of(Receivers.of(ReceiverFormat.ALERTMANAGER));
    manager.take(ToldAlerts.firing("a", 1));
    manager.answer(200);
    manager.pass(3 * DAY, 0);
    assertThat(manager.dead).isEmpty();
    manager.pass(20 * Desk.MINUTE, 200);
    assertThat(manager.arrived.size()).isGreaterThan(1);
  }

  @Test
  void beyondItsBoundTheBacklogGivesUpItsOldest() {
    Desk small = new Desk(Receivers.of(ReceiverFormat.STANDARD), List.of(), 10);
    small.take(ToldAlerts.firing("a", 1));
    small.answer(new Answer(503, "3600", ""));
    for (int i = 10; i < 30; i++) {
      small.now++;
      small.take(ToldAlerts.firing("b" + i + "-", 1));
    }
    assertThat(small.waiting).isEqualTo(10);
    assertThat(small.dead).hasSize(11);
    assertThat(small.dead.get(0).id()).isEqualTo("a");
    assertThat(small.dead).extracting(DeadLetter::reason).containsOnly("backlog-full");
  }

  @Test
  void aPersonIsToldWhenAReceiverTakesNothingAndWhenItDoesAgain() {
    desk.take(ToldAlerts.firing("a", 1));
    desk.pass(SECOND, 503);
    assertThat(desk.news).isEmpty();
    desk.pass(Desk.HOUR, 503);
    assertThat(desk.news)
        .containsExactly(
            "receiver team takes no alerts now (503 status 503); 1 alert waits for it, and each is"
                + " tried for 24 h");
    desk.take(ToldAlerts.firing("b", 1));
    desk.restart();
    assertThat(desk.news)
        .hasSize(2)
        .last()
        .asString()
        .startsWith("receiver team takes no alerts now (503 status 503); 2 alerts wait for it");
    desk.answer(200);
    assertThat(desk.news)
        .hasSize(3)
        .endsWith("receiver team takes alerts again; 1 alert waits and is told now");
  }

  @Test
  void deadLettersAreToldOfOnceAMinuteWithTheirNumber() {
    for (int i = 10; i < 40; i++) {
      desk.take(ToldAlerts.firing("a" + i + "-", 1));
      desk.pass(10 * SECOND, 404);
    }
    assertThat(desk.news)
        .hasSize(6)
        .startsWith(
            "receiver team was not told of alert a10--1 (refused: 404 status 404); banwatch notify"
                + " dead-letters shows them",
            "receiver team was not told of 5 changes, the last one of alert a15--1 (refused: 404"
                + " status 404); banwatch notify dead-letters shows them");
  }

  @Test
  void whatWaitedWhileBanwatchItselfWasStoppedForDaysIsTriedBeforeItIsGivenUp() {
    desk.take(ToldAlerts.firing("a", 1), ToldAlerts.firing("b", 1), ToldAlerts.firing("c", 1));
    desk.pass(Desk.HOUR, 503);
    desk.now += 3 * DAY;
    desk.restart();
    desk.pass(Desk.MINUTE, 200);
    assertThat(desk.arrived).containsExactlyInAnyOrder("change a1", "change b1", "change c1");
    assertThat(desk.dead).isEmpty();
  }

  @Test
  void whatIsOlderThanADayAndFailsOnceMoreIsADeadLetter() {
    desk.take(ToldAlerts.firing("a", 1), ToldAlerts.firing("b", 1));
    desk.pass(Desk.HOUR, 503);
    desk.now += 3 * DAY;
    desk.restart();
    desk.pass(20 * Desk.MINUTE, 503);
    assertThat(desk.dead).extracting(DeadLetter::id).containsExactlyInAnyOrder("a", "b");
    assertThat(desk.dead).extracting(DeadLetter::reason).containsOnly("expired");
  }

  @Test
  void aRestartTriesAtOnceUnlessTheReceiverAskedForPatience() {
    desk.take(ToldAlerts.firing("a", 1));
    desk.pass(Desk.HOUR, 503);
    desk.restart();
    assertThat(desk.flights()).containsExactly("change a1");
    desk.answer(new Answer(429, "600", "slow down"));
    desk.restart();
    assertThat(desk.flights()).isEmpty();
    desk.pass(10 * Desk.MINUTE, 200);
    assertThat(desk.arrived).containsExactly("change a1");
  }

  @Test
  void whatASilenceHeldIsToldOnceTheSilenceIsTakenOutOfThePolicy() {
    Silence silence = new Silence("maintenance", List.of(), null, 0, 100 * DAY);
    Desk silent = new Desk(Receivers.of(ReceiverFormat.STANDARD), List.of(silence), 100);
    silent.take(ToldAlerts.firing("a", 1));
    assertThat(silent.flights()).isEmpty();
    silent.restart();
    assertThat(silent.flights()).isEmpty();
    silent.restartWithout(silence);
    assertThat(silent.flights()).containsExactly("change a1");
  }

  private static int bySequence(String one, String other) {
    return Character.compare(one.charAt(one.length() - 1), other.charAt(other.length() - 1));
  }
}
