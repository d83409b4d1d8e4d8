package io.banwatch.tell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
  private static final long SECOND = 1_000;

  private final RetrySchedule schedule = RetrySchedule.standard();

  @Test
  void theDelayDoublesFromFiveSecondsToFifteenMinutesLessHalfOfItAtMost() {
    long full = 5 * SECOND;
    for (int failures = 1; failures <= 100; failures++) {
      assertThat(schedule.delayMillis(failures, "alert")).isBetween(full / 2, full);
      full = Math.min(2 * full, 900 * SECOND);
    }
  }

  @Test
  void theSameFailureOfTheSameMessageWaitsEquallyLongAndOthersDoNot() {
    assertThat(schedule.delayMillis(3, "one")).isEqualTo(schedule.delayMillis(3, "one"));
    assertThat(schedule.delayMillis(3, "one")).isNotEqualTo(schedule.delayMillis(3, "other"));
  }

  @Test
  void aMessageIsGivenUpADayAfterItWasDue() {
    long day = TimeUnit.DAYS.toMillis(1);
    assertThat(schedule.isOver(7, 7 + day - 1)).isFalse();
    assertThat(schedule.isOver(7, 7 + day)).isTrue();
  }

  @Test
  void overADayTheAttemptsStayFewerThanTwoHundred() {
    long at = 0;
    int failures = 0;
    while (!schedule.isOver(0, at)) {
      failures++;
      at += schedule.delayMillis(failures, "alert");
    }
    assertThat(failures).isBetween(96, 199);
  }
}
