package io.banwatch.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class GlobTest {
  @Example
  void aStarStandsForAnyText() {
    assertThat(Glob.matches("nightly-*", "nightly-")).isTrue();
    assertThat(Glob.matches("nightly-*", "nightly-3")).isTrue();
    assertThat(Glob.matches("nightly-*", "Nightly-3")).isFalse();
    assertThat(Glob.matches("*", "")).isTrue();
    assertThat(Glob.matches("a.c", "abc")).isFalse();
    assertThat(Glob.matches("a?c", "abc")).isFalse();
  }

  @Example
  void aHostilePatternIsNotSlow() {
    assertThat(Glob.matches("a*".repeat(99) + "b", "a".repeat(100_000))).isFalse();
  }

  @Property
  void meansWhatTheRegularExpressionMeans(
      @ForAll @StringLength(max = 8) @Chars({'a', 'b', '*'}) String pattern,
      @ForAll @StringLength(max = 12) @Chars({'a', 'b', '*'}) String text) {
    String expression =
        Arrays.stream(pattern.split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));

    assertThat(Glob.matches(pattern, text)).isEqualTo(text.matches(expression));
  }
}
