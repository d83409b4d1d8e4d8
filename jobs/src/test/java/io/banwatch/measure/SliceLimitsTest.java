package io.banwatch.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.metric.Field;
import io.banwatch.metric.FieldNames;
import io.banwatch.metric.Measurement;
import io.banwatch.metric.PointWriter;
import io.banwatch.metric.WrittenPoints;
import io.banwatch.usage.RateLimits;
import java.util.List;
import org.junit.jupiter.api.Test;

class SliceLimitsTest {
  private final SliceLimits limits = new SliceLimits();

  @Test
  void theLeastThatWasLeftStandsWithItsLimit() {
    limits.add("sonnet", new RateLimits(4_000, 3_000, 100_000, 10_000));
    limits.add("sonnet", new RateLimits(2_000, 1_500, 100_000, 60_000));

    assertThat(fields())
        .containsExactly(
            Field.of(FieldNames.REQUESTS_ALLOWED, 2_000),
            Field.of(FieldNames.REQUESTS_REMAINING, 1_500),
            Field.of(FieldNames.TOKENS_ALLOWED, 100_000),
            Field.of(FieldNames.TOKENS_REMAINING, 10_000),
            Field.of(FieldNames.USED_SHARE, 0.9));
  }

  @Test
  void whatNobodySaidIsLeftOut() {
    limits.add(null, new RateLimits(RateLimits.UNKNOWN, 7, 0, 0));

    assertThat(limits.all()).singleElement().extracting(model -> model.model).isEqualTo("unknown");
    assertThat(fields())
        .containsExactly(
            Field.of(FieldNames.REQUESTS_REMAINING, 7),
            Field.of(FieldNames.TOKENS_ALLOWED, 0),
            Field.of(FieldNames.TOKENS_REMAINING, 0));
  }

  @Test
  void moreModelsThanThirtyTwoGoTogether() {
    for (int i = 0; i < 40; i++) {
      limits.add(String.format("model-%02d", 39 - i), new RateLimits(100, i, -1, -1));
    }

    assertThat(limits.all()).hasSize(33);
    assertThat(limits.all().get(32).model).isEqualTo("other");
    assertThat(limits.all().get(32).requestsRemaining).isZero();
  }

  private List<Field> fields() {
    PointWriter points = new PointWriter().begin(Measurement.ACCOUNT_LIMITS, 0);
    limits.all().get(0).write(points);
    points.end();
    return WrittenPoints.of(points.take()).get(0).fields();
  }
}
