package io.banwatch.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class PaceRecordPropertiesTest {
  private static final int RECORD_DAYS = 7;
  private static final int MINUTES_PER_DAY = 1_440;
  private static final int START = 29_892_960;

  @Property
  void theRecordIsTheLargestOfTheRememberedDaysBeforeTheLastTwoHours(
      @ForAll("totals") List<Total> totals) {
    PaceRecord record = new PaceRecord();
    List<int[]> seen = new ArrayList<>();
    int minute = START;
    int hour = minute / 60;
    for (Total total : totals) {
      minute += total.stepMinutes();
      int oldest = (minute / MINUTES_PER_DAY - RECORD_DAYS) * MINUTES_PER_DAY;
      if (minute / 60 > hour) {
        record.roll(minute / 60 - hour, false, oldest);
        hour = minute / 60;
      }
      record.note(total.amount(), minute * 60_000L);
      seen.add(new int[] {minute, total.amount()});

      int counted = minute / 60 - 1;
      int most =
          seen.stream()
              .filter(one -> one[0] / 60 < counted && one[0] >= oldest)
              .mapToInt(one -> one[1])
              .max()
              .orElse(0);
      assertThat(record.most()).isEqualTo(most);
      assertThat(record.maxima.length).isLessThanOrEqualTo(RECORD_DAYS + 1);
    }
  }

  @Provide
  Arbitrary<List<Total>> totals() {
    Arbitrary<Integer> steps =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.integers().between(0, 90)),
            Tuple.of(1, Arbitraries.integers().between(300, 15_000)));
    return Combinators.combine(steps, Arbitraries.integers().between(1, 500))
        .as(Total::new)
        .list()
        .ofMaxSize(200);
  }

  record Total(int stepMinutes, int amount) {}
}
