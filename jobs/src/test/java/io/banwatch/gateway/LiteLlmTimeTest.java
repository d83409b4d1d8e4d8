package io.banwatch.gateway;

import static io.banwatch.gateway.Payloads.success;
import static io.banwatch.gateway.Payloads.with;
import static io.banwatch.gateway.Payloads.without;
import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Reason;
import io.banwatch.usage.UsageEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiteLlmTimeTest {
  private final UsageDecoder decoder = Decoders.decoder(Samples.SETTINGS);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1795251105.247418               | 2026-11-21T08:51:45.247Z
          1795251105                      | 2026-11-21T08:51:45Z
          1.795251105247418e9             | 2026-11-21T08:51:45.247Z
          "1795251105.247"                | 2026-11-21T08:51:45.247Z
          "2026-11-21 08:51:45.247418"    | 2026-11-21T08:51:45.247Z
          "2026-11-21T08:51:45.247Z"      | 2026-11-21T08:51:45.247Z
          "2026-11-21T10:51:45.2+02:00"   | 2026-11-21T08:51:45.200Z
          "2026-11-21 08:51:45.247 UTC"   | 2026-11-21T08:51:45.247Z
          """)
  void theStartIsReadInEveryShape(String json, String expected) {
    UsageEvent event = event(with(success(), "/startTime", json));

    assertThat(Instant.ofEpochMilli(event.startMillis())).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "1400000000", "4102444800", "1795251105247", "-5", "\"1970-01-01 00:00:00\""})
  void aTimeThatNoUsageLogHoldsIsRejected(String json) {
    LogRecord record = record(with(success(), "/startTime", json));

    assertThat(record.rejection().reason()).isEqualTo(Reason.TIME_OUT_OF_RANGE);
    assertThat(record.rejection().field()).isEqualTo("startTime");
  }

  @Test
  void aRecordWithoutAnyTimeIsRejected() {
    String record = without(Payloads.parse(with(success(), "/endTime", "null")), "/startTime");

    assertThat(record(record).rejection().reason()).isEqualTo(Reason.NO_TIME);
  }

  @Test
  void oneTimeStandsForBoth() {
    UsageEvent event = event(with(success(), "/startTime", "\"yesterday\""));

    assertThat(event.startMillis()).isEqualTo(event.endMillis()).isEqualTo(1795251105252L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "1795251104.1", "99999999999999", "{}", "\"\""})
  void anEndThatCannotBeIsTheStart(String json) {
    LogRecord record = record(with(success(), "/endTime", json));

    assertThat(record.event().endMillis()).isEqualTo(record.event().startMillis());
    assertThat(Samples.dropped(record)).isEqualTo("[end-time]");
  }

  private LogRecord record(String json) {
    return Samples.record(decoder, json);
  }

  private UsageEvent event(String json) {
    return Samples.event(decoder, json);
  }
}
