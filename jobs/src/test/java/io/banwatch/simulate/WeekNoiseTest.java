package io.banwatch.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WeekNoiseTest {
  private static final long FIRST_DAY = 20_759;

  private final WeekNoise noise = new WeekNoise(Instant.parse("2026-11-02T00:00:00Z"), 14, 10);

  @Test
  void episodesCountOncePerDayOfAKeyThatSentSomething() throws IOException {
    noise.request(1, FIRST_DAY);
    noise.request(1, FIRST_DAY);
    for (int day = 3; day < 14; day++) {
      noise.request(1, FIRST_DAY + day);
      noise.request(2, FIRST_DAY + day);
    }
    alert("a", "firing", "warning", "2026-11-03T00:00:00.000Z", "\"k\"");
    alert("b", "firing", "info", "2026-11-08T00:00:00.000Z", "\"k\"");
    alert("b", "firing", "warning", "2026-11-08T00:00:00.000Z", "\"k\"");
    alert("b", "firing", "critical", "2026-11-08T00:00:00.000Z", "\"k\"");
    alert("b", "resolved", "critical", "2026-11-08T00:00:00.000Z", "\"k\"");
    alert("c", "firing", "info", "2026-11-08T00:00:00.000Z", "\"k\"");
    alert("d", "firing", "warning", "2026-11-09T00:00:00.000Z", "null");

    assertThat(noise)
        .hasToString(
            "days 1 to 3: 1 in 1 key-days, 100.00 per 100; later: 1 about keys and 1 about accounts"
                + " in 22 key-days, 9.09 per 100 (1.82 of all days of all keys)");
    assertThat(noise.openings()).hasSize(2);
  }

  private void alert(String id, String status, String severity, String startsAt, String key)
      throws IOException {
    String line =
        "{'id':'%s','status':'%s','severity':'%s','startsAt':'%s','key':%s,'signal':'s','summary':''}"
            .formatted(id, status, severity, startsAt, key)
            .replace('\'', '"');
    noise.alert(new ObjectMapper().readTree(line));
  }
}
