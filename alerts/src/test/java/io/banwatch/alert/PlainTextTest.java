package io.banwatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PlainTextTest {
  @Example
  void ordinaryTextStaysAsItIs() {
    String text = "Zürich → 東京, नमस्ते, 🚀, 👩‍💻 \\u001b";

    assertThat(PlainText.of(text, 100)).isEqualTo(text);
    assertThat(PlainText.cut(text, 100)).isEqualTo(text);
  }

  @Example
  void whatActsIsWrittenOut() {
    assertThat(PlainText.of("\u001b[31mred\u0007\r\n\t", 100))
        .isEqualTo("\\u001b[31mred\\u0007\\u000d\\u000a\\u0009");
    assertThat(PlainText.of("\u007f\u0085\u009b", 100)).isEqualTo("\\u007f\\u0085\\u009b");
    assertThat(PlainText.of("a\u202eb\u2066c\u061cd", 100)).isEqualTo("a\\u202eb\\u2066c\\u061cd");
    assertThat(PlainText.of("\u2028\u2029\ufeff", 100)).isEqualTo("\\u2028\\u2029\\ufeff");
    assertThat(PlainText.of("\ud83d!\ude80", 100)).isEqualTo("\\ud83d!\\ude80");
    assertThat(PlainText.of(Character.toString(0xE0041), 100)).isEqualTo("\\u{e0041}");
  }

  @Example
  void aLongTextEndsWithAnEllipsis() {
    assertThat(PlainText.of("abcdef", 6)).isEqualTo("abcdef");
    assertThat(PlainText.of("abcdef", 5)).isEqualTo("abcd…");
    assertThat(PlainText.of("abcdef", 1)).isEqualTo("…");
    assertThat(PlainText.cut("abcdef", 6)).isEqualTo("abcdef");
    assertThat(PlainText.cut("abcdef", 5)).isEqualTo("abcd…");
    assertThat(PlainText.cut("🚀🚀🚀", 2)).isEqualTo("🚀…");
  }

  @Example
  void anEscapeIsNeverCutInHalf() {
    assertThat(PlainText.of("ab\u001bcd", 8)).isEqualTo("ab…");
    assertThat(PlainText.of("ab\u001b", 8)).isEqualTo("ab\\u001b");
    assertThat(PlainText.of("\u001b\u001b", 11)).isEqualTo("\\u001b…");
  }

  @Example
  void cuttingMendsLoneSurrogates() {
    assertThat(PlainText.cut("a\ud83db\ude80", 100)).isEqualTo("a\ufffdb\ufffd");
  }

  @Example
  void aMegabyteCostsNoMoreThanItsLimit() {
    assertThat(PlainText.of("x".repeat(1 << 20), 10)).isEqualTo("xxxxxxxxx…");
    assertThat(PlainText.of("\u001b".repeat(1 << 20), 10)).isEqualTo("\\u001b…");
  }

  @Property
  void nothingThatActsComesOut(
      @ForAll("hostile") String text, @ForAll @IntRange(min = 1, max = 40) int maximum) {
    String shown = PlainText.of(text, maximum);

    assertThat(shown.codePoints()).noneMatch(PlainText::acts);
    assertThat(shown.codePointCount(0, shown.length())).isLessThanOrEqualTo(maximum);
    assertThat(encoder().canEncode(shown)).isTrue();
    assertThat(PlainText.of(shown, maximum)).isEqualTo(shown);
  }

  @Property
  void whatIsCutIsABeginning(
      @ForAll("hostile") String text, @ForAll @IntRange(min = 1, max = 40) int maximum) {
    String kept = PlainText.cut(text, maximum);
    String whole = PlainText.cut(text, Integer.MAX_VALUE / 2);

    assertThat(kept.codePointCount(0, kept.length())).isLessThanOrEqualTo(maximum);
    assertThat(encoder().canEncode(kept)).isTrue();
    assertThat(whole)
        .satisfiesAnyOf(
            all -> assertThat(all).isEqualTo(kept),
            all -> assertThat(all).startsWith(kept.substring(0, kept.length() - 1)));
  }

  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<Character> acting =
        Arbitraries.of(
            '\u001b', '\u0000', '\n', '\u007f', '\u009b', '\u2028', '\u202e', '\u2066', '\ufeff',
            '\ud83d', '\ude80', '\u200d');
    Arbitrary<Character> any = Arbitraries.chars().all();
    Arbitrary<Character> plain = Arbitraries.chars().ascii();
    return Arbitraries.oneOf(acting, any, plain).list().ofMaxSize(60).map(PlainTextTest::text);
  }

  private static String text(java.util.List<Character> characters) {
    StringBuilder text = new StringBuilder();
    characters.forEach(text::append);
    return text.toString();
  }

  private static CharsetEncoder encoder() {
    return StandardCharsets.UTF_8.newEncoder();
  }
}
