package io.banwatch.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.usage.Requests;
import org.junit.jupiter.api.Test;

class WeekHabitTest {
  private static final long HOUR = 3_600_000;
  private static final long WEEK = 168 * HOUR;
  private static final long START = Requests.TUESDAY;

  private final WeekHabit habit = new WeekHabit();

  @Test
  void nothingIsUsualBeforeAnHourHasPassed() {
    habit.add(START, 5, 50, 7);

    assertThat(habit.low(START, 0)).isNaN();
    assertThat(habit.high(START, 0)).isNaN();
  }

  @Test
  void anHourOfTheWeekHasTheTotalsThatItHeld() {
    habit.add(START, 5, 50, 7);
    habit.add(START + HOUR - 1, 5, 50, 7);
    habit.add(START + WEEK, 1, 1, 1);

    assertThat(habit.low(START + WEEK, 0)).isEqualTo(10);
    assertThat(habit.high(START + WEEK, 1)).isEqualTo(100);
    assertThat(habit.high(START + WEEK, 2)).isEqualTo(14);
  }

  @Test
  void untilItWasSeenTheSameHourOfOtherDaysStandsForIt() {
    habit.add(START, 10, 0, 0);
    habit.add(START + 24 * HOUR, 20, 0, 0);
    habit.add(START + 48 * HOUR, 1, 0, 0);

    assertThat(habit.low(START + 48 * HOUR, 0)).isEqualTo(10);
    assertThat(habit.high(START + 48 * HOUR, 0)).isEqualTo(20);
    assertThat(habit.low(START + 49 * HOUR, 0)).isNaN();
  }

  @Test
  void aNewHighestCountsAtOnceAndFadesByAQuarterAWeek() {
    habit.add(START, 100, 0, 0);
    habit.add(START + WEEK, 200, 0, 0);
    habit.add(START + 2 * WEEK, 100, 0, 0);
    habit.add(START + 3 * WEEK, 1, 0, 0);

    assertThat(habit.low(START, 0)).isEqualTo(100);
    assertThat(habit.high(START, 0)).isEqualTo(175);
  }

  @Test
  void aWeekWithoutRequestsHeldNothing() {
    habit.add(START, 100, 0, 0);
    habit.add(START + HOUR, 100, 0, 0);
    habit.add(START + WEEK + HOUR, 100, 0, 0);

    assertThat(habit.low(START, 0)).isZero();
    assertThat(habit.high(START, 0)).isEqualTo(75);
    assertThat(habit.low(START + HOUR, 0)).isEqualTo(100);
  }

  @Test
  void anOlderHourIsLeftAsItWas() {
    habit.add(START + HOUR, 1, 0, 0);
    habit.add(START, 100, 0, 0);
    habit.add(START + 2 * HOUR, 1, 0, 0);

    assertThat(habit.high(START + HOUR, 0)).isEqualTo(1);
    assertThat(habit.hours).hasSize(1);
  }
}
