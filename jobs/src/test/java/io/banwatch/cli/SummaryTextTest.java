package io.banwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.usage.DroppedField;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTextTest {
  @Test
  void whatWasReadComesBeforeWhatWasFound() {
    assertThat(SummaryText.of(Samples.summary()))
        .containsExactly(
            "read      2,000 records, 5.1 MB in 2.5 s (800 records/s)",
            "          1,990 accepted",
            "          4 rejected (not-json 3, truncated 1)",
            "          6 skipped (repeat 6)",
            "          2 absurd fields left out (address 2)",
            "          5 too late for the pace signals",
            "covers    2026-11-02 00:00 to 2026-11-08 23:59 UTC (6 d 23 h), 40 keys of 3 accounts",
            "geo data  GeoLite2-City of 19 November 2019",
            "policy    5f1e00112233",
            "alerts    1 critical, 2 warning",
            "          new-country 1, token-burst 2",
            "note      the log names one address for every key: set use_x_forwarded_for");
  }

  @Test
  void numbersAreTheSameInEveryCountry() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(SummaryText.of(Samples.summary()))
          .contains("read      2,000 records, 5.1 MB in 2.5 s (800 records/s)");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aSingleAbsurdFieldIsOneAndCutTextsAreCountedByRecord() {
    assertThat(SummaryText.of(Samples.summary(Map.of(DroppedField.COST, 1L))))
        .contains("          1 absurd field left out (cost 1)");
    assertThat(SummaryText.of(Samples.summary(Map.of(DroppedField.TEXT_CUT, 1L))))
        .contains("          1 record with an overlong text, which was cut")
        .noneMatch(line -> line.contains("absurd"));
    assertThat(
            SummaryText.of(
                Samples.summary(Map.of(DroppedField.TEXT_CUT, 7L, DroppedField.COST, 2L))))
        .containsSubsequence(
            "          2 absurd fields left out (cost 2)",
            "          7 records with an overlong text, which was cut");
  }

  @Test
  void anEmptyLogIsNoGoodNews() {
    assertThat(SummaryText.of(Samples.emptySummary()))
        .containsExactly(
            "read      0 records, 0 B in 0.0 s (0 records/s)",
            "          0 accepted",
            "covers    nothing: no record of the log is a request",
            "geo data  GeoLite2-City of 19 November 2019",
            "policy    5f1e00112233",
            "alerts    none");
  }
}
