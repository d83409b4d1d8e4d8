package io.banwatch.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.usage.Tokens;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenBurstTest {
  private final KeyTraffic key = new KeyTraffic(new TokenBurst());

  @Test
  void aStolenKeyWithOneLargeRequestAMinuteFiresBeforeATwentiethIsSpent() {
    key.with(new Tokens(2_000, 8_000, 500, 400)).sendDaily(200, 0, 10, Duration.ofHours(8));
    Instant theft = KeyTraffic.day(10.42);
    key.with(new Tokens(213_000, 0, 0, 4_800)).send(60, theft, Duration.ofHours(1));

    assertThat(key.findings.get(0).at() - theft.toEpochMilli()).isLessThan(61_000);
    assertThat(key.evidence("newestUser")).isEqualTo("none named");
  }

  @Test
  void theSameLoadFromTheCacheIsSilent() {
    key.with(new Tokens(2_000, 8_000, 500, 400)).sendDaily(200, 0, 10, Duration.ofHours(8));
    key.with(new Tokens(0, 213_000, 0, 400)).send(60, KeyTraffic.day(10.42), Duration.ofHours(1));

    assertThat(key.findings).isEmpty();
  }

  @Test
  void theEvidenceSplitsTheWindowsTokens() {
    key.sendDaily(20, 0, 10, Duration.ofHours(1));
    key.with(new Tokens(90_000, 50_000, 40_000, 700)).sendAt(KeyTraffic.day(10.42));

    assertThat(key.evidence("observed")).isEqualTo(135_000.0);
    assertThat(key.evidence("unit")).isEqualTo("input tokens");
    assertThat(key.evidence("uncachedInputTokens")).isEqualTo(90_000.0);
    assertThat(key.evidence("cacheReadTokens")).isEqualTo(50_000.0);
    assertThat(key.evidence("cacheWriteTokens")).isEqualTo(40_000.0);
    assertThat(key.evidence("outputTokens")).isEqualTo(700.0);
  }

  @Test
  void outputAloneFires() {
    key.with(new Tokens(100, 0, 0, 300)).sendDaily(50, 0, 10, Duration.ofHours(1));
    key.with(new Tokens(100, 0, 0, 4_000)).send(8, KeyTraffic.day(10.42), Duration.ofSeconds(40));

    assertThat(key.evidence("unit")).isEqualTo("output tokens");
  }

  @Test
  void aTeamThatDoublesItsDayIsSilent() {
    key.with(new Tokens(20_000, 0, 0, 1_000)).sendDaily(100, 0, 10, Duration.ofHours(2));
    key.send(200, KeyTraffic.day(10.4), Duration.ofHours(2));

    assertThat(key.findings).isEmpty();
  }
}
