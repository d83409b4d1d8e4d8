package io.banwatch.tell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementTest {
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "200,DELIVERED",
    "202,DELIVERED",
    "204,DELIVERED",
    "299,DELIVERED",
    "0,RETRY",
    "408,RETRY",
    "425,RETRY",
    "429,RETRY",
    "500,RETRY",
    "502,RETRY",
    "599,RETRY",
    "301,REFUSED",
    "302,REFUSED",
    "304,REFUSED",
    "400,REFUSED",
    "401,REFUSED",
    "403,REFUSED",
    "404,REFUSED",
    "413,REFUSED",
    "422,REFUSED",
    "100,REFUSED",
    "600,REFUSED",
    "410,GONE"
  })
  void ofAWebServerTheStatusDecides(int status, Verdict verdict) {
    assertThat(Judgement.ofHttp(Answer.of(status, ""), NOW)).isEqualTo(new Judgement(verdict, -1));
  }

  @ParameterizedTest
  @CsvSource({"250,DELIVERED", "421,RETRY", "451,RETRY", "0,RETRY", "550,REFUSED", "554,REFUSED"})
  void ofAMailServerTheReplyCodeDecides(int status, Verdict verdict) {
    assertThat(Judgement.ofMail(Answer.of(status, ""))).isEqualTo(new Judgement(verdict, -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0",
        "120|120000",
        " 7 |7000",
        "3600|3600000",
        "3601|3600000",
        "99999999999999999999|3600000",
        "Sat, 21 Nov 2026 08:00:30 GMT|30000",
        "Sat, 21 Nov 2026 07:00:00 GMT|0",
        "Sun, 22 Nov 2026 08:00:00 GMT|3600000",
        "-5|-1",
        "soon|-1",
        "1.5|-1",
        "''|-1",
      })
  void retryAfterIsSecondsOrADateAndAnHourAtMost(String header, long pause) {
    assertThat(Judgement.ofHttp(new Answer(429, header, ""), NOW))
        .isEqualTo(new Judgement(Verdict.RETRY, pause));
  }

  @Test
  void whatArrivedNeedsNoPauseWhateverTheHeaderSays() {
    assertThat(Judgement.ofHttp(new Answer(200, "120", ""), NOW))
        .isEqualTo(new Judgement(Verdict.DELIVERED, -1));
  }
}
