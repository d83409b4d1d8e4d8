package io.banwatch.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiteLlmSamplesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "slp-1.106.2.jsonl",
        "slp-1.81.9.jsonl",
        "generic-api-body-redacted-1.81.9.ndjson",
        "slp-upstream-test.json",
        "spend-logs-upstream-test.json"
      })
  void everyRecordBecomesWhatTheTableSays(String sample) {
    UsageDecoder decoder = Decoders.decoder(Samples.SETTINGS);
    List<String> values =
        sample.endsWith(".json") ? List.of(Samples.text(sample)) : Samples.lines(sample);
    List<String> told = new ArrayList<>();
    for (String value : values) {
      Samples.decode(decoder, value).forEach(record -> told.add(Samples.told(record)));
    }

    assertThat(String.join("\n", told)).isEqualTo(Samples.text(sample + ".expected.txt").strip());
  }
}
