package io.banwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AmountTest {
  @Test
  void countsSetThousandsApart() {
    assertThat(Amount.count(1_234_567)).isEqualTo("1,234,567");
    assertThat(Amount.count(1, "key")).isEqualTo("1 key");
    assertThat(Amount.count(0, "key")).isEqualTo("0 keys");
  }

  @Test
  void bytesAreInDecimalUnits() {
    assertThat(Amount.bytes(999)).isEqualTo("999 B");
    assertThat(Amount.bytes(1_000)).isEqualTo("1.0 kB");
    assertThat(Amount.bytes(5_120_000_000L)).isEqualTo("5.1 GB");
    assertThat(Amount.bytes(Long.MAX_VALUE)).isEqualTo("9223372.0 TB");
  }

  @Test
  void timesAreInTheTwoLargestUnits() {
    assertThat(Amount.time(Duration.ofMillis(900))).isEqualTo("0 s");
    assertThat(Amount.time(Duration.ofSeconds(45))).isEqualTo("45 s");
    assertThat(Amount.time(Duration.ofSeconds(125))).isEqualTo("2 min 5 s");
    assertThat(Amount.time(Duration.ofHours(3))).isEqualTo("3 h");
    assertThat(Amount.time(Duration.ofMinutes(52 * 60 + 7))).isEqualTo("2 d 4 h");
  }
}
