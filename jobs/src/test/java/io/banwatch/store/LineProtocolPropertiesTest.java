package io.banwatch.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.PlainText;
import io.banwatch.metric.Field;
import io.banwatch.metric.FieldNames;
import io.banwatch.metric.Measurement;
import io.banwatch.metric.Point;
import io.banwatch.metric.Tag;
import io.banwatch.metric.TagNames;
import io.banwatch.metric.TagText;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LineProtocolPropertiesTest {
  @Property(tries = 5_000)
  void whateverTextsHoldAPointIsOneLineAndIsReadAsItWas(
      @ForAll("hostile") String account,
      @ForAll("hostile") String team,
      @ForAll("hostile") String summary,
      @ForAll long sequence,
      @ForAll double observed) {
    double finite = Double.isFinite(observed) ? observed : 0.5;
    Point point =
        new Point(
            Measurement.ALERT_CHANGES,
            1_795_000_000_000L,
            List.of(new Tag(TagNames.ACCOUNT, account), new Tag(TagNames.TEAM, team)),
            List.of(
                Field.of(FieldNames.SEQUENCE, sequence),
                Field.of(FieldNames.SUMMARY, summary),
                Field.of(FieldNames.OBSERVED, finite)));
    ParsedLine parsed = ParsedLine.of(LineProtocol.of(point).text());
    assertThat(parsed.measurement()).isEqualTo("alert_changes");
    assertThat(parsed.time()).isEqualTo(1_795_000_000_000L);
    assertThat(backslashes(parsed.tags().getOrDefault("account", ""))).isEqualTo(shown(account));
    assertThat(backslashes(parsed.tags().getOrDefault("team", ""))).isEqualTo(shown(team));
    assertThat(parsed.fields())
        .isEqualTo(
            Map.of(
                "sequence",
                sequence + "i",
                "summary",
                '"' + PlainText.of(summary, 16_000) + '"',
                "observed",
                Double.toString(finite + 0.0)));
  }

  @Property
  void equalPointsGiveEqualLines(@ForAll("hostile") String account) {
    assertThat(LineProtocol.of(point(account))).isEqualTo(LineProtocol.of(point(account)));
  }

  private static Point point(String account) {
    return new Point(
        Measurement.ACCOUNT_USAGE,
        0,
        List.of(new Tag(TagNames.ACCOUNT, account)),
        List.of(Field.of(FieldNames.REQUESTS, 1L)));
  }

  private static String shown(String text) {
    return PlainText.of(backslashes(text), TagText.LONGEST_TAG);
  }

  /** The twin stands for a backslash that could not be written. */
  private static String backslashes(String text) {
    return text.replace('＼', '\\');
  }

  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<String> special =
        Arbitraries.of(
            ",", "=", " ", "\\", "\"", "\n", "\r", "\t", "\u0000", "＼", "é", "👩‍🚀", "a");
    return Arbitraries.oneOf(
        special.list().ofMaxSize(30).map(parts -> String.join("", parts)),
        Arbitraries.strings().ofMaxLength(300));
  }
}
