package io.banwatch.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.metric.Measurement;
import io.banwatch.metric.Point;
import io.banwatch.metric.PointWriter;
import io.banwatch.metric.WrittenPoints;
import io.banwatch.usage.RateLimits;
import io.banwatch.usage.Requests;
import io.banwatch.usage.UsageEvent;
import io.banwatch.vendor.AnswerClass;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is written of a slice does not depend on the order of its requests. */
class SliceSumsPropertiesTest {
  @Property(tries = 200)
  void usageDoesNotDependOnOrder(
      @ForAll @Size(max = 60) List<@IntRange(max = 999) Integer> numbers, @ForAll long seed) {
    SliceUsage one = new SliceUsage();
    numbers.forEach(number -> one.add(event(number)));
    SliceUsage first = new SliceUsage();
    SliceUsage rest = new SliceUsage();
    for (int number : shuffled(numbers, seed)) {
      (number % 2 == 0 ? first : rest).add(event(number));
    }
    first.add(rest);

    assertThat(point(first)).isEqualTo(point(one));
  }

  @Property(tries = 200)
  void theAddressesThatAreKeptDoNotDependOnOrder(
      @ForAll @Size(max = 300) List<@IntRange(max = 150) Integer> numbers, @ForAll long seed) {
    SliceAddresses one = new SliceAddresses();
    numbers.forEach(number -> one.add("203.0.113." + number));
    SliceAddresses other = new SliceAddresses();
    shuffled(numbers, seed).forEach(number -> other.add("203.0.113." + number));

    assertThat(other).usingRecursiveComparison().isEqualTo(one);
    int counted = one.elsewhere;
    for (int requests : one.requests) {
      counted += requests;
    }
    assertThat(counted).isEqualTo(numbers.size());
    assertThat(one.addresses.length)
        .isEqualTo(Math.min(SliceAddresses.MOST, (int) numbers.stream().distinct().count()));
  }

  @Property(tries = 200)
  void theLimitsThatAreKeptDoNotDependOnOrderAndMayBeToldAgain(
      @ForAll @Size(max = 120) List<@IntRange(max = 60) Integer> numbers, @ForAll long seed) {
    SliceLimits one = new SliceLimits();
    numbers.forEach(number -> one.add("model-" + number, limits(number)));
    SliceLimits other = new SliceLimits();
    for (int number : shuffled(numbers, seed)) {
      SliceLimits told = new SliceLimits();
      told.add("model-" + number, limits(number));
      other.add(told);
      other.add(told);
    }

    assertThat(other).usingRecursiveComparison().isEqualTo(one);
    assertThat(one.models.size()).isLessThanOrEqualTo(32);
  }

  private static RateLimits limits(int number) {
    return new RateLimits(100 + number % 3, number % 7 - 1, number % 2 == 0 ? -1 : 9, number % 5);
  }

  private static UsageEvent event(int number) {
    AnswerClass[] answers = AnswerClass.values();
    return Requests.at(Requests.TUESDAY)
        .answer(answers[number % answers.length])
        .tokens(number, 3L * number, number / 2, 7)
        .costing(number * 1.1e-5)
        .event();
  }

  private static Point point(SliceUsage usage) {
    PointWriter points = new PointWriter().begin(Measurement.KEY_USAGE, 0);
    usage.write(points);
    points.end();
    return WrittenPoints.of(points.take()).get(0);
  }

  private static List<Integer> shuffled(List<Integer> numbers, long seed) {
    List<Integer> shuffled = new ArrayList<>(numbers);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }
}
