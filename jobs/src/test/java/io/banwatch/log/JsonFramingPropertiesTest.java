package io.banwatch.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class JsonFramingPropertiesTest {
  private static final int LONGEST = 1_000_000;

  /** A log and the texts of the values that stand in it. */
  record Log(String text, List<String> values) {
    byte[] bytes() {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  @Property(tries = 2_000)
  void valuesOfAnyLayoutAreFramedExactly(@ForAll("logs") Log log) {
    assertThat(Framed.all(log.bytes(), LONGEST, Integer.MAX_VALUE))
        .extracting(Framed::text)
        .isEqualTo(log.values());
  }

  @Property(tries = 1_000)
  void cutsDoNotMatter(@ForAll("logs") Log log, @ForAll @IntRange(min = 1, max = 40) int piece) {
    assertThat(Framed.all(log.bytes(), LONGEST, piece))
        .isEqualTo(Framed.all(log.bytes(), LONGEST, Integer.MAX_VALUE));
  }

  @Property(tries = 3_000)
  void cutsDoNotMatterInGarbage(
      @ForAll("garbage") String garbage,
      @ForAll @IntRange(min = 1, max = 9) int piece,
      @ForAll @IntRange(min = 1, max = 30) int longest) {
    byte[] bytes = garbage.getBytes(StandardCharsets.UTF_8);
    assertThat(Framed.all(bytes, longest, piece))
        .isEqualTo(Framed.all(bytes, longest, Integer.MAX_VALUE));
  }

  @Property(tries = 3_000)
  void nothingButSeparatorsIsLostInGarbage(@ForAll("garbage") String garbage) {
    byte[] bytes = garbage.getBytes(StandardCharsets.UTF_8);
    byte[] left = bytes.clone();
    long last = 0;
    for (Framed framed : Framed.all(bytes, LONGEST, Integer.MAX_VALUE)) {
      assertThat(framed.offset()).isGreaterThanOrEqualTo(last);
      last = framed.offset() + framed.length();
      for (long at = framed.offset(); at < last; at++) {
        left[(int) at] = ' ';
      }
    }
    assertThat(new String(left, StandardCharsets.UTF_8)).matches("[\\[\\], \\r\\n\\t\\x00]*");
  }

  @Property(tries = 1_000)
  void readingGoesOnAfterAnyValue(@ForAll("logs") Log log) {
    List<Framed> whole = Framed.all(log.bytes(), LONGEST, Integer.MAX_VALUE);
    for (int i = 0; i < whole.size(); i++) {
      Framed last = whole.get(i);
      int index = last.index() < 0 ? -1 : last.index() + 1;
      ReadPosition position = new ReadPosition(last.offset() + last.length(), index, 0);
      assertThat(Framed.from(position, log.bytes(), LONGEST, Integer.MAX_VALUE))
          .isEqualTo(whole.subList(i + 1, whole.size()));
    }
  }

  @Provide
  Arbitrary<String> garbage() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            "\\",
            ",",
            ":",
            " ",
            "\n",
            "\n",
            "\r\n",
            "\0",
            "a",
            "1",
            "{\"a\":1}",
            "{\"a\":[{}]}",
            "\n{\"b\":2}\n",
            "\n{\"c\":3}\n{\"d\":4}\n",
            "\n  {",
            "[{",
            "ä")
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<Log> logs() {
    Arbitrary<List<String>> objects = objects(2).list().ofMaxSize(6);
    Arbitrary<Log> layout =
        Combinators.combine(objects, Arbitraries.integers().between(0, 7), breaks(), blanks())
            .as(JsonFramingPropertiesTest::laidOut);
    return layout
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(
            logs -> {
              StringBuilder text = new StringBuilder();
              List<String> values = new ArrayList<>();
              for (Log log : logs) {
                text.append(log.text());
                values.addAll(log.values());
              }
              return new Log(text.toString(), values);
            });
  }

  private static Log laidOut(List<String> values, int layout, String lineBreak, String blank) {
    String all =
        switch (layout) {
          case 0 -> String.join(lineBreak, values) + lineBreak;
          case 1 -> String.join(blank, values);
          case 2 -> "[" + String.join(",", values) + "]" + lineBreak;
          case 3 -> "[" + lineBreak + String.join("," + lineBreak, values) + lineBreak + "]";
          case 4 ->
              "[" + blank + String.join(lineBreak + "," + blank, values) + blank + "]" + lineBreak;
          case 5 -> lineBreak + lineBreak + String.join(lineBreak + lineBreak, values);
          case 6 -> "\uFEFF" + String.join(lineBreak + "\0", values) + "\0\0" + lineBreak;
          case 7 -> "[" + String.join("]" + lineBreak + "[", values) + "]";
          default -> throw new AssertionError(layout);
        };
    return new Log(all, values);
  }

  private static Arbitrary<String> breaks() {
    return Arbitraries.of("\n", "\r\n", "\n\n", " \n", "\n  ");
  }

  private static Arbitrary<String> blanks() {
    return Arbitraries.of("", " ", "\n", "\t");
  }

  /** Objects with blanks and newlines wherever JSON allows them. */
  private static Arbitrary<String> objects(int depth) {
    return Combinators.combine(
            Combinators.combine(strings(), inner(depth)).as(List::of).list().ofMaxSize(3), gaps())
        .as(
            (members, gap) -> {
              List<String> written = new ArrayList<>();
              for (List<String> member : members) {
                written.add(gap + member.get(0) + gap + ":" + gap + member.get(1) + gap);
              }
              return "{" + (written.isEmpty() ? gap : String.join(",", written)) + "}";
            });
  }

  private static Arbitrary<String> inner(int depth) {
    Arbitrary<String> scalars =
        Arbitraries.oneOf(strings(), Arbitraries.of("1", "-2.5e3", "true", "null"));
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<String> arrays =
        Combinators.combine(inner(depth - 1).list().ofMaxSize(3), gaps())
            .as((elements, gap) -> "[" + gap + String.join(gap + "," + gap, elements) + "]");
    return Arbitraries.oneOf(scalars, arrays, objects(depth - 1));
  }

  private static Arbitrary<String> gaps() {
    return Arbitraries.of("", "", "", " ", "\n", "\r\n", "\n ", "\n\t");
  }

  private static Arbitrary<String> strings() {
    return Arbitraries.of(
            "a", "{", "}", "[", "]", ",", ":", " ", "\\\"", "\\\\", "\\n", "é", "}{", "},{")
        .list()
        .ofMaxSize(5)
        .map(parts -> "\"" + String.join("", parts) + "\"");
  }
}
