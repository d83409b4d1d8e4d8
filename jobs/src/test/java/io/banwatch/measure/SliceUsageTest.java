package io.banwatch.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.usage.Requests;
import org.junit.jupiter.api.Test;

class SliceUsageTest {
  @Test
  void aCostInWrongUnitsNeverTurnsNegative() {
    SliceUsage usage = new SliceUsage();
    SliceUsage whole = new SliceUsage();
    for (int i = 0; i < 200; i++) {
      usage.add(Requests.at(Requests.TUESDAY).costing(100_000).event());
    }
    whole.add(usage);
    whole.add(usage);

    assertThat(usage.costPicodollars).isEqualTo(Long.MAX_VALUE);
    assertThat(whole.costPicodollars).isEqualTo(Long.MAX_VALUE);
  }
}
