package io.banwatch.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Position;
import io.banwatch.usage.Requests;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AheadGateTest {
  private static final long HOUR = 3_600_000;
  private static final long START = Requests.TUESDAY;

  private final AheadGate gate = new AheadGate(Long.MIN_VALUE, List.of());
  private final List<Long> passed = new ArrayList<>();
  private final List<Long> givenUp = new ArrayList<>();

  @Test
  void theFirstRecordsPassInTheirOrderOnceTheyAgree() {
    offer(START, START + 1);
    assertThat(passed).isEmpty();
    offer(START - 5);
    assertThat(passed).containsExactly(START, START + 1, START - 5);
    assertThat(gate.maximum()).isEqualTo(START + 1);
  }

  @Test
  void aJumpOfSixHoursPassesAtOnce() {
    begin();
    offer(START + 6 * HOUR);
    assertThat(passed).endsWith(START + 6 * HOUR);
  }

  @Test
  void aRecordFarAheadIsGivenUpWhenTheOldTimeGoesOn() {
    begin();
    offer(START + 7 * HOUR, START + 1_000);
    assertThat(givenUp).containsExactly(START + 7 * HOUR);
    assertThat(passed).endsWith(START + 1_000);
    assertThat(gate.maximum()).isEqualTo(START + 1_000);
  }

  @Test
  void aLongGapIsAdoptedWithItsRecordsOnceThreeInARowConfirmIt() {
    begin();
    offer(START + 50 * HOUR, START + 50 * HOUR + 1);
    assertThat(passed).hasSize(3);
    offer(START + 50 * HOUR + 2);
    assertThat(passed).endsWith(START + 50 * HOUR, START + 50 * HOUR + 1, START + 50 * HOUR + 2);
    assertThat(givenUp).isEmpty();
  }

  @Test
  void aSparseLogOfOneRecordADayLosesNothing() {
    for (int day = 0; day < 10; day++) {
      offer(START + 24 * HOUR * day);
    }
    end();
    assertThat(passed).hasSize(10).isSorted();
    assertThat(givenUp).isEmpty();
  }

  @Test
  void aWrongClockAtTheStartIsGivenUpAndTheLogGoesOn() {
    offer(START + 2_000 * HOUR, START, START + 1, START + 2);
    assertThat(givenUp).containsExactly(START + 2_000 * HOUR);
    assertThat(passed).containsExactly(START, START + 1, START + 2);
  }

  @Test
  void aLogOfOneRecordIsBelievedAtItsEnd() {
    offer(START);
    end();
    assertThat(passed).containsExactly(START);
  }

  @Test
  void aLastRecordFromAnotherDecadeIsGivenUpAtTheEnd() {
    begin();
    offer(START + 100_000 * HOUR);
    end();
    assertThat(givenUp).containsExactly(START + 100_000 * HOUR);
  }

  @Test
  void whatWasSetAsideSurvivesARestore() {
    begin();
    offer(START + 50 * HOUR, START + 51 * HOUR);
    AheadGate restored = new AheadGate(gate.maximum(), gate.aside());
    restored.offer(record(START + 51 * HOUR), this::pass, this::giveUp);
    assertThat(passed).endsWith(START + 50 * HOUR, START + 51 * HOUR, START + 51 * HOUR);
  }

  private void begin() {
    offer(START, START, START);
  }

  private void offer(long... times) {
    for (long time : times) {
      gate.offer(record(time), this::pass, this::giveUp);
    }
  }

  private void end() {
    gate.end(this::pass, this::giveUp);
  }

  private void pass(LogRecord record) {
    passed.add(record.event().endMillis());
  }

  private void giveUp(LogRecord record) {
    givenUp.add(record.event().endMillis());
  }

  private static LogRecord record(long time) {
    return LogRecord.of(new Position("log", 0, 1, -1), Requests.at(time).event(), 0);
  }
}
