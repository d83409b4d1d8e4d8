package io.banwatch.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterpolationTest {
  private static final Instant FROM = Instant.ofEpochMilli(1_000);
  private static final Instant TO = Instant.ofEpochMilli(9_000);

  @Test
  void timeAndIntervalAreWrittenAsGrafanaWritesThem() {
    assertThat(
            with(Map.of())
                .of(
                    "SELECT sum(\"ok\") / $__interval_ms WHERE $timeFilter GROUP BY"
                        + " time($__interval)"))
        .isEqualTo(
            "SELECT sum(\"ok\") / 120000 WHERE time >= 1000ms and time <= 9000ms GROUP BY"
                + " time(2m)");
  }

  @Test
  void oneSeveralAndAllValuesBecomeOneExpression() {
    String query = "\"team\" =~ /^${team:regex}$/";
    assertThat(with(Map.of("team", Choice.of("a b"))).of(query)).isEqualTo("\"team\" =~ /^a b$/");
    assertThat(with(Map.of("team", Choice.of("a", "b"))).of(query))
        .isEqualTo("\"team\" =~ /^(a|b)$/");
    assertThat(with(Map.of("team", Choice.all())).of(query)).isEqualTo("\"team\" =~ /^.*$/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a/b | a\\/b
          a.b | a\\.b
          it's "so" | it's "so"
          (x) | \\(x\\)
          a\\b | a\\\\b
          8a#1 | 8a#1
          """)
  void namesAreEscaped(String name, String escaped) {
    assertThat(Choice.of(name).asExpression()).isEqualTo(escaped);
    assertThat(Choice.one(name).asExpression()).isEqualTo(escaped);
  }

  @Test
  void aBareVariableIsWrittenAsTheDataSourceDoes() {
    Map<String, Choice> one = Map.of("x", Choice.one("a/b"));
    assertThat(with(one).of("\"t\" =~ /^$x$/")).isEqualTo("\"t\" =~ /^a\\/b$/");
    assertThat(with(one).of("\"t\" = '$x'")).isEqualTo("\"t\" = 'a/b'");
    assertThat(with(Map.of("x", Choice.of("a/b"))).of("\"t\" =~ /^[[x]]$/"))
        .isEqualTo("\"t\" =~ /^(a\\/b)$/");
  }

  @Test
  void theLongestNameIsTaken() {
    Map<String, Choice> both = Map.of("key", Choice.of("k"), "key_kind", Choice.of("kind"));
    assertThat(with(both).of("\"a\" =~ /^$key_kind$/ AND \"b\" =~ /^$key$/"))
        .isEqualTo("\"a\" =~ /^(kind)$/ AND \"b\" =~ /^(k)$/");
  }

  @Test
  void aVariableThatNobodyKnowsIsAnError() {
    assertThatThrownBy(() -> with(Map.of()).of("WHERE \"team\" = $team"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("$team");
  }

  @ParameterizedTest
  @CsvSource({
    "6, 1500, PT15S",
    "24, 1500, PT1M",
    "24, 500, PT2M",
    "168, 750, PT15M",
    "1, 1500, PT10S"
  })
  void theIntervalIsRoundedAndHasABound(int hours, int points, Duration interval) {
    Instant to = FROM.plus(Duration.ofHours(hours));
    assertThat(Interpolation.interval(FROM, to, points, Duration.ofSeconds(10)))
        .isEqualTo(interval);
  }

  private static Interpolation with(Map<String, Choice> choices) {
    return new Interpolation(FROM, TO, Duration.ofMinutes(2), choices);
  }
}
