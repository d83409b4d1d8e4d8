package io.banwatch.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerRulesTest {
  private static final InfluxAddress ADDRESS =
      InfluxAddress.parse("http://influx.example:8086/banwatch", Map.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "204 | | STORED",
        "200 | | MISCONFIGURED",
        "501 | Unsupported method | MISCONFIGURED",
        "429 | too many requests | LATER",
        "500 | engine: write /wal/1.wal: no space left on device | LATER",
        "500 | timeout | LATER",
        "503 | unavailable | LATER",
        "408 | | LATER",
        "413 | Request Entity Too Large | TOO_LARGE",
        "400 | partial write: field type conflict: input field \"v\" dropped=1 | PARTLY_STORED",
        "422 | failure writing points: partial write: points beyond retention dropped=2 |"
            + " PARTLY_STORED",
        "400 | unable to parse 'm v': invalid field format | REFUSED",
        "422 | max key length exceeded: 65536 > 65535 | REFUSED",
        "400 | database is required | MISCONFIGURED",
        "400 | please provide an org | MISCONFIGURED",
        "401 | unauthorized access | MISCONFIGURED",
        "403 | insufficient permissions for write | MISCONFIGURED",
        "404 | database not found: \"banwatch\" | MISCONFIGURED",
        "405 | | MISCONFIGURED",
        "500 | retention policy not found: history | NO_HISTORY",
      })
  void anAnswerMeans(int status, String message, AnswerKind kind) {
    assertThat(AnswerRules.of(status, message, null, ADDRESS).kind()).isEqualTo(kind);
  }

  @Test
  void whatAPersonHasToSetRightNamesServerDatabaseAndRemedy() {
    assertThat(AnswerRules.of(401, "unauthorized access", null, ADDRESS).sentence())
        .isEqualTo(
            "InfluxDB at http://influx.example:8086 does not take points for banwatch (401"
                + " unauthorized access). Is BANWATCH_INFLUX_TOKEN right? InfluxDB 1.x wants"
                + " user:password there, 2.x a token.");
    assertThat(AnswerRules.of(404, "bucket \"banwatch\" not found", null, ADDRESS).sentence())
        .endsWith("Create it: banwatch store setup --influx http://influx.example:8086/banwatch");
    assertThat(AnswerRules.of(404, "404 page not found", null, ADDRESS).sentence())
        .endsWith("Is this InfluxDB, of version 1.8 or later, and its port (8086 as a rule)?");
    assertThat(AnswerRules.of(404, "organization name \"-\" not found", null, ADDRESS).sentence())
        .endsWith("Name the organisation in BANWATCH_INFLUX_ORG.");
    assertThat(AnswerRules.of(403, "insufficient", null, ADDRESS).sentence())
        .endsWith("May the token or the user write to banwatch?");
  }

  @Test
  void whatItSaysIsShownHarmlessAndShort() {
    String words = AnswerRules.of(500, "\u001b[31m" + "x".repeat(1_000), null, ADDRESS).words();
    String server = "InfluxDB at http://influx.example:8086 takes no points now (500 ";
    assertThat(words).startsWith(server + "\\u001b[31mx").hasSize(server.length() + 301);
  }

  @Test
  void badWeatherIsSaidWithWhatTheServerAsksForAndWhatHelps() {
    assertThat(AnswerRules.of(429, "slow down", "7", ADDRESS).sentence())
        .isEqualTo(
            "InfluxDB at http://influx.example:8086 takes no points now (429 slow down) and asks to"
                + " wait for 7 s");
    assertThat(AnswerRules.of(500, "wal: no space left on device", null, ADDRESS).remedy())
        .isEqualTo("Make room on its disk; InfluxDB 1.x has to be started again then.");
  }

  @Test
  void whyPointsAreRefusedIsReadFromWhatEachLineOfInfluxDbSays() {
    assertThat(Refusal.of("400 partial write: points beyond retention policy dropped=1"))
        .isEqualTo(Refusal.TOO_OLD);
    assertThat(
            Refusal.of(
                "422 failure writing points to database: partial write: dropped 1 points outside"
                    + " retention policy of duration 336h0m0s - oldest point key_usage"))
        .isEqualTo(Refusal.TOO_OLD);
    assertThat(Refusal.of("400 partial write: field type conflict: input field"))
        .isEqualTo(Refusal.TYPE_CONFLICT);
    assertThat(Refusal.of("413 ")).isEqualTo(Refusal.OTHER);
  }

  @Test
  void droppedPointsAreCounted() {
    assertThat(AnswerRules.of(400, "partial write: x dropped=17", null, ADDRESS).refused())
        .isEqualTo(17);
    assertThat(AnswerRules.of(400, "partial write: x", null, ADDRESS).refused()).isZero();
  }

  @Test
  void howLongToWaitIsHeardInSecondsAndBounded() {
    assertThat(AnswerRules.of(429, "", "7", ADDRESS).waitMillis()).isEqualTo(7_000);
    assertThat(AnswerRules.of(429, "", "999999999", ADDRESS).waitMillis()).isEqualTo(3_600_000);
    assertThat(AnswerRules.of(429, "", "Wed, 21 Oct 2026 07:28:00 GMT", ADDRESS).waitMillis())
        .isZero();
    assertThat(AnswerRules.of(429, "", null, ADDRESS).waitMillis()).isZero();
  }
}
