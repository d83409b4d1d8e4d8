package io.banwatch.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @Property(tries = 2000)
  void aDecimalNumberIsReadAsTheLibraryReadsIt(
      @ForAll @LongRange(min = 0, max = 9_999_999_999_999_999L) long digits,
      @ForAll @IntRange(max = 16) int point) {
    String whole = Long.toString(digits);
    int at = Math.min(point, whole.length());
    String text = whole.substring(0, at) + "." + whole.substring(at);

    assertThat(amount(text)).isEqualTo(text.equals(".") ? infinite() : Double.parseDouble(text));
    assertThat(amount(whole)).isEqualTo(Double.parseDouble(whole));
  }

  @Property(tries = 1000)
  void anyDoubleIsReadAsItWasWritten(@ForAll double value) {
    assertThat(amount(Double.toString(value))).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "0.000615, 0.000615",
    "-0.5, -0.5",
    "1e3, 1000",
    "5., 5",
    ".5, 0.5",
    "1.2.3, Infinity",
    "., Infinity",
    "1 000, Infinity",
    "none, Infinity",
    "NaN, Infinity",
    "'', NaN"
  })
  void whatIsNoNumberIsInfiniteAndNothingIsNoNumber(String text, Double expected) {
    assertThat((Double) amount(text)).isEqualTo(expected);
  }

  private static double infinite() {
    return Double.POSITIVE_INFINITY;
  }

  private static double amount(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Numbers.amount(bytes, 0, bytes.length);
  }
}
