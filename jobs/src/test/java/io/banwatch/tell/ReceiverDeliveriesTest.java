package io.banwatch.tell;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.Severity;
import io.banwatch.policy.Receiver;
import io.banwatch.policy.ReceiverFormat;
import io.banwatch.policy.Silence;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReceiverDeliveriesTest {
  private static final long SECOND = 1_000;
  private static final long DAY = TimeUnit.DAYS.toMillis(1);

  private final Desk desk = Desk.of(Receivers.of(ReceiverFormat.STANDARD));

  @Test
  void anAlertIsSentAtOnceAndToldOnce() {
    desk.take(ToldAlerts.firing("a", 1), ToldAlerts.firing("a", 1));
    assertThat(desk.flights()).containsExactly("change a1");
    desk.answer(200);
    desk.take(ToldAlerts.firing("a", 1));
    desk.pass(DAY / 2, 200);
    assertThat(desk.arrived).containsExactly("change a1");
    assertThat(desk.counts).isEqualTo(Map.of(Outcome.DELIVERED, 1, Outcome.KNOWN, 2));
  }

  @Test
  void theEndWaitsForTheBeginningAndOthersDoNot() {
    desk.take(ToldAlerts.firing("a", 1), ToldAlerts.resolved("a", 2), ToldAlerts.firing("b", 1));
    assertThat(desk.flights()).containsExactly("change a1", "change b1");
    desk.answer(204);
    assertThat(desk.flights()).containsExactly("change b1", "change a2");
  }

  @Test
  void soManyAreInFlightAtMost() {
    for (int i = 10; i < 40; i++) {
      desk.take(ToldAlerts.firing("a" + i + "-", 1));
    }
    assertThat(desk.flying).hasSize(ReceiverDeliveries.MOST_IN_FLIGHT);
    assertThat(desk.waiting).isEqualTo(30 - ReceiverDeliveries.MOST_IN_FLIGHT);
    desk.answerAll(200);
    assertThat(desk.arrived).hasSize(30);
  }

  @Test
  void whatIsRefusedIsADeadLetterAtOnceAndTheNextChangeIsTriedAllTheSame() {
    desk.take(ToldAlerts.firing("a", 1));
    desk.answer(Answer.of(400, "no \u001b[31m field https://hooks.example.com/T1/secret?x=y"));
    assertThat(desk.dead)
        .containsExactly(
            new DeadLetter(
                "team",
                "a",
                1,
                "refused",
                400,
                "no \\u001b[31m field https://hooks.example.com/…",
                desk.now,
                ToldAlerts.line(ToldAlerts.firing("a", 1))));
    desk.take(ToldAlerts.resolved("a", 2));
    desk.answer(200);
    assertThat(desk.arrived).containsExactly("meanwhile a2");
  }

  @Test
  void aReceiverThatIsGoneIsToldNothingAndSaysSoOnce() {
    desk.take(ToldAlerts.firing("a", 1), ToldAlerts.firing("b", 1), ToldAlerts.firing("c", 1));
    desk.answer(410);
    desk.answer(410);
    desk.answer(200);
    desk.take(ToldAlerts.firing("d", 1));
    assertThat(desk.flying).isEmpty();
    assertThat(desk.said).containsExactly("gone");
    assertThat(desk.dead).extracting(DeadLetter::id).containsExactly("a", "b", "d");
    assertThat(desk.dead).extracting(DeadLetter::reason).containsOnly("receiver-gone");
    desk.restart();
    desk.take(ToldAlerts.firing("e", 1));
    assertThat(desk.flying).isEmpty();
  }

  @Test
  void aReceiverWithANewAddressOrADeadLetterToTellAgainIsOpen() {
    desk.take(ToldAlerts.firing("a", 1));
    desk.answer(410);
    desk.takeAgain(ToldAlerts.firing("a", 1));
    assertThat(desk.flights()).containsExactly("change a1");
    desk.answer(410);
    desk.address = "elsewhere";
    desk.restart();
    desk.take(ToldAlerts.firing("b", 1));
    assertThat(desk.flights()).containsExactly("change b1");
    assertThat(desk.said).containsExactly("gone", "reopened", "gone", "reopened");
  }

  @Test
  void whoWasToldOfTheBeginningIsToldTheEndWhateverThePolicySaysOfIt() {
    desk.takeUnsuited(ToldAlerts.firing("a", 1));
    desk.takeUnsuited(ToldAlerts.resolved("a", 2));
    desk.take(ToldAlerts.firing("b", 1));
    desk.takeUnsuited(ToldAlerts.resolved("b", 2));
    desk.answerAll(200);
    assertThat(desk.arrived).containsExactly("change b1", "change b2");
  }

  @Test
  void inASilenceNothingIsToldAndAfterItWhatStillFires() {
    long until = 1_000_000 + Desk.HOUR;
    Silence silence = new Silence("maintenance", List.of(), null, 0, until);
    Desk silent = new Desk(Receivers.of(ReceiverFormat.STANDARD), List.of(silence), 100);
    silent.take(ToldAlerts.firing("a", 1), ToldAlerts.firing("b", 1), ToldAlerts.resolved("b", 2));
    silent.pass(Desk.HOUR - 1, 200);
    assertThat(silent.arrived).isEmpty();
    silent.pass(Desk.MINUTE, 200);
    assertThat(silent.arrived).containsExactly("change a1");
    assertThat(silent.dead).isEmpty();
  }

  @Test
  void aDigestTellsTheFirstAtOnceAndTheOthersOfTheAccountTogether() {
    Desk digest = Desk.of(Receivers.digesting(60));
    digest.take(ToldAlerts.ofAccount("a", "org-1"));
    digest.take(ToldAlerts.ofAccount("b", "org-1"), ToldAlerts.ofAccount("c", "org-1"));
    digest.take(ToldAlerts.ofAccount("d", "org-2"));
    digest.answerAll(200);
    assertThat(digest.arrived).containsExactly("change a1", "change d1");
    digest.pass(59 * SECOND, 200);
    assertThat(digest.arrived).hasSize(2);
    digest.pass(2 * SECOND, 200);
    assertThat(digest.arrived).containsExactly("change a1", "change d1", "digest b1 c1");
  }

  @Test
  void anAlertmanagerIsToldOfWhatFiresAgainAndAgain() {
    Desk manager = Desk.of(Receivers.of(ReceiverFormat.ALERTMANAGER));
    manager.take(ToldAlerts.firing("a", 1));
    manager.pass(16 * Desk.MINUTE, 200);
    assertThat(manager.arrived).containsExactly("change a1", "change a1", "change a1", "change a1");
    manager.take(ToldAlerts.critical("a", 2));
    assertThat(manager.flying.get(0).notice().before().severity()).isEqualTo(Severity.WARNING);
    manager.take(ToldAlerts.resolved("a", 3));
    manager.pass(DAY, 200);
    assertThat(manager.arrived).endsWith("change a2", "change a3").hasSize(6);
  }

  @Test
  void aDayAfterItsEndNothingIsKeptOfAnEpisode() {
    Desk digest = Desk.of(Receivers.digesting(60));
    digest.take(ToldAlerts.firing("a", 1), ToldAlerts.resolved("a", 2));
    digest.pass(Desk.HOUR, 200);
    assertThat(digest.store.isEmpty()).isFalse();
    digest.pass(DAY, 200);
    assertThat(digest.store.isEmpty()).isTrue();
    assertThat(digest.wakeAt).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void whateverHappensEachEpisodesLastChangeIsToldOrADeadLetter() {
    for (int seed = 0; seed < 300; seed++) {
      anything(new Random(seed));
    }
  }

  private static void anything(Random random) {
    int[] statuses = {200, 200, 200, 0, 500, 429, 400};
    Receiver receiver =
        random.nextBoolean() ? Receivers.digesting(30) : Receivers.of(ReceiverFormat.STANDARD);
    Desk desk = Desk.of(receiver);
    int[] sequences = new int[10];
    boolean[] over = new boolean[10];
    for (int step = 0; step < 200; step++) {
      int which = random.nextInt(10);
      switch (random.nextInt(5)) {
        case 0, 1 -> {
          if (!over[which]) {
            sequences[which]++;
            over[which] = sequences[which] > 1 && random.nextInt(3) == 0;
            AlertStatus status = over[which] ? AlertStatus.RESOLVED : AlertStatus.FIRING;
            desk.take(
                ToldAlerts.alert(
                    "e" + which + "-", sequences[which], status, Severity.WARNING, "org-1"));
          }
        }
        case 2 -> {
          if (!desk.flying.isEmpty()) {
            desk.answer(statuses[random.nextInt(statuses.length)]);
          }
        }
        case 3 -> desk.pass(random.nextInt(20_000), statuses[random.nextInt(statuses.length)]);
        default -> desk.restart();
      }
    }
    desk.pass(DAY / 2, 200);
    for (int which = 0; which < 10; which++) {
      String last = "e" + which + "-" + sequences[which];
      boolean told =
          desk.arrived.stream().anyMatch(text -> (text + " ").contains(" " + last + " "));
      boolean dead =
          desk.dead.stream().anyMatch(letter -> (letter.id() + letter.sequence()).equals(last));
      assertThat(sequences[which] == 0 || told || dead).as(last).isTrue();
    }
  }
}
