package io.banwatch.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.banwatch.usage.UsageEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  private static final ObjectMapper ESCAPING =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final JsonString string = new JsonString();

  @Property(tries = 1000)
  void aTextIsDecodedAsItWasWritten(@ForAll String text, @ForAll boolean escaped)
      throws IOException {
    String known = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    byte[] json = (escaped ? ESCAPING : new ObjectMapper()).writeValueAsBytes(known);

    assertThat(string.decode(json, 1, json.length, 10_000)).isEqualTo(known);
    assertThat(string.whole()).isTrue();
  }

  @Property(tries = 1000)
  void aTextIsCutBetweenCharacters(@ForAll String text, @ForAll @IntRange(max = 30) int most)
      throws IOException {
    String known = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    byte[] json = new ObjectMapper().writeValueAsBytes(known);

    String decoded = string.decode(json, 1, json.length, most);

    assertThat(known).startsWith(decoded);
    assertThat(decoded.length()).isBetween(Math.min(known.length(), most - 1), most);
    assertThat(string.whole()).isEqualTo(decoded.equals(known));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          \\ud800x   | \uFFFDx
          \\udc00    | \uFFFD
          \\ud83d\\ude00 | \uD83D\uDE00
          \\u00      | \uFFFD
          \\/        | /
          """)
  void halfCharactersAreReplaced(String json, String expected) {
    byte[] bytes = (json + '"').getBytes(StandardCharsets.UTF_8);

    assertThat(string.decode(bytes, 0, bytes.length, 100)).isEqualTo(expected);
  }

  @Test
  void aRepeatedTextIsTheSameObject() {
    RepeatedText<KeptText> texts = new RepeatedText<>(16, KeptText::of);
    byte[] log = "\"alias-a\",\"alias-b\",\"alias-a\"".getBytes(StandardCharsets.UTF_8);

    KeptText first = texts.ofString(log, 1, log.length);
    KeptText other = texts.ofString(log, 11, log.length);
    KeptText again = texts.ofString(log, 21, log.length);

    assertThat(first.value()).isEqualTo("alias-a");
    assertThat(other.value()).isEqualTo("alias-b");
    assertThat(again).isSameAs(first);
  }

  @Property(tries = 200)
  void aFullMemoryStillAnswersRightly(@ForAll @IntRange(max = 5000) int number) {
    RepeatedText<String> texts = new RepeatedText<>(8, (text, whole) -> text);
    for (int i = 0; i < 40; i++) {
      String text = "text " + number * (i % 13) + "\\n";
      byte[] json = (text + '"').getBytes(StandardCharsets.UTF_8);
      assertThat(texts.ofString(json, 0, json.length)).isEqualTo(text.replace("\\n", "\n"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "claude-cli/2.1.0 (external, cli)",
        "OpenAI/Python 1.99.0",
        "Mozilla/5.0 (X11; Linux x86_64; sk-SK)",
        "claude-sonnet-4@20250514",
        "task-12345678-batch",
        "disk-usage-reporter",
        "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
        "team @ headquarters",
        "f904b7c9369ac0904bb9bf92de19dfb8c5eced109afa3892d4fdeb6d42906bc6"
      })
  void anOrdinaryTextStaysAsItIs(String text) {
    assertThat(KeptText.of(text, true)).isEqualTo(new KeptText(text, false));
  }

  @Test
  void aCredentialWithinATextBecomesItsHash() {
    String key = "sk-ant-api03-AbCdEf0123456789";

    assertThat(KeptText.of("curl with " + key + " inside", true).value())
        .isEqualTo("curl with " + DigestUtils.sha256Hex(key) + " inside");
    assertThat(KeptText.ofKey("Bearer " + key, true).value())
        .isEqualTo(KeptText.ofKey(key, true).value())
        .isEqualTo(DigestUtils.sha256Hex(key));
    assertThat(KeptText.ofKey("sk-1", true).value()).isEqualTo(DigestUtils.sha256Hex("sk-1"));
  }

  @Test
  void longKeysAreNotMixedUp() {
    String one = "k".repeat(UsageEvent.LONGEST_TEXT) + "1";
    String other = "k".repeat(UsageEvent.LONGEST_TEXT) + "2";

    assertThat(KeptText.ofKey(one, true)).isNotEqualTo(KeptText.ofKey(other, true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          https://api.openai.com/v1               | api.openai.com
          https://API.Anthropic.com:443/v1/messages | api.anthropic.com
          api.openai.com/v1                       | api.openai.com
          api.openai.com:443                      | api.openai.com
          http://user:pass@gateway.local:80/x@y   | gateway.local
          http://[2001:db8::1]:8080/v1            | 2001:db8::1
          https://eu.example?key=1                | eu.example
          https:///v1                             | none
          /v1                                     | none
          """)
  void theHostIsWhatRulesName(String url, String expected) {
    assertThat(UpstreamHost.of(url)).isEqualTo(expected);
  }

  @Property(tries = 500)
  void noAddressOfAnUpstreamThrows(@ForAll String url) {
    KeptText.ofHost(url, true);
  }

  @Property(tries = 1000)
  void timesAreReadAsTheLibraryReadsThem(
      @ForAll @LongRange(min = -2_000_000_000_000L, max = 5_000_000_000_000L) long millis,
      @ForAll @IntRange(min = -18, max = 18) int hours) {
    OffsetDateTime time = Instant.ofEpochMilli(millis).atOffset(ZoneOffset.ofHours(hours));

    assertThat(time(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.withNano(123_456_789))))
        .isEqualTo(Math.floorDiv(millis, 1000) * 1000 + 123);
    assertThat(time(Instant.ofEpochMilli(millis).toString())).isEqualTo(millis);
    if (millis >= 0) {
      assertThat(seconds(millis / 1000 + "." + String.format("%03d", millis % 1000) + "9"))
          .isEqualTo(millis);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-02-29T00:00:00Z",
        "2025-13-01T00:00:00Z",
        "2025-00-01T00:00:00Z",
        "2025-01-01T24:00:00Z",
        "2025-01-01T00:60:00Z",
        "2025-01-01",
        "2025-01-01T00:00",
        "2025-01-01T00:00:00.",
        "2025-01-01T00:00:00+1",
        "2025-01-01T00:00:00 CET",
        "2025-01-01T00:00:00+99:00",
        "20250101T000000Z 12345"
      })
  void whatIsNoTimeIsNotGuessed(String text) {
    assertThat(time(text)).isEqualTo(EpochMillis.NONE);
  }

  @Property(tries = 1000)
  void noTimeThrows(@ForAll String text) {
    time(text);
    seconds(text);
  }

  private static long time(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return EpochMillis.ofText(bytes, 0, bytes.length);
  }

  private static long seconds(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return EpochMillis.ofSeconds(bytes, 0, bytes.length);
  }
}
