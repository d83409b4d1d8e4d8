package io.banwatch.vendor;

import static io.banwatch.vendor.Outcomes.failure;
import static io.banwatch.vendor.Outcomes.success;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VendorProfileTest {
  private static final Set<String> BOTH =
      Set.of("CN", "HK", "MO", "RU", "BY", "IR", "KP", "SY", "CU", "VE");

  private final VendorProfiles profiles = VendorProfiles.builtIn();
  private final VendorProfile anthropic = profiles.of("anthropic");

  @Test
  void regionsAreThoseThatNoPageOfTheVendorContradicts() {
    assertThat(profiles.of("openai").unsupportedRegions()).isEqualTo(BOTH);
    assertThat(anthropic.unsupportedRegions())
        .containsAll(BOTH)
        .contains("AF", "LY", "ML", "MM", "SO", "SS", "SD", "YE")
        .hasSize(18);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CF", "CD", "ER", "ET", "UA", "VN", "TW", "KR", "SG", "JP", "AE", "TR", "NI", "EH", "AQ",
            "BV",
        "GS", "SJ", "GP", "MQ", "RE", "YT", "NC", "GL", "FO", "AX", "AW", "CW", "BQ", "SX", "IM",
            "JE",
        "GG"
      })
  void contradictoryPartialAndUnnamedRegionsNeverAlarm(String country) {
    for (String vendor : profiles.vendors()) {
      assertThat(profiles.of(vendor).unsupportedRegions()).doesNotContain(country);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "claude-cli/2.1.14 (external~ cli), true",
    "Claude-CLI/2.1.14, true",
    "opencode/1.2.3 ai-sdk/anthropic, false",
    "python-httpx/0.28.1, false",
    "not-claude-cli/1, false",
    "'', false"
  })
  void onlyTheVendorsOwnClientsAreOfficial(String userAgent, boolean official) {
    assertThat(anthropic.official(userAgent.replace('~', ','))).isEqualTo(official);
  }

  @Test
  void noClientIsOfficialWhereNoneIsNamedOrKnown() {
    assertThat(anthropic.official(null)).isFalse();
    assertThat(anthropic.knowsOwnClients()).isTrue();
    assertThat(profiles.of("openai").knowsOwnClients()).isFalse();
    assertThat(profiles.of("mistral").knowsOwnClients()).isFalse();
  }

  @Test
  void thePersonIsReadFromTheUserIdsOfTheVendorsClient() {
    String account = "0b8e3c1e-1111-4222-8333-444455556666";

    assertThat(anthropic.person("user_ab12_account_" + account + "_session_123e4567"))
        .contains(account);
    assertThat(
            anthropic.person(
                "{\"device_id\":\"ab12\",\"account_uuid\":\""
                    + account
                    + "\",\"session_id\":\"1\"}"))
        .contains(account);
    assertThat(anthropic.person("user_abc_account__session_123")).contains("");
    assertThat(anthropic.person("{\"device_id\":\"0\",\"account_uuid\":\"\",\"session_id\":\"0\"}"))
        .contains("");
    assertThat(anthropic.person("jane")).isEmpty();
    assertThat(profiles.of("openai").person("user_abc_account__session_123")).isEmpty();
  }

  @Test
  void aSuccessIsAnsweredWithTheOneInstance() {
    assertThat(anthropic.classify(success("stop")))
        .isSameAs(Answer.of(AnswerClass.OK, AnsweredBy.VENDOR));
    assertThat(anthropic.classify(success(null)))
        .isSameAs(Answer.of(AnswerClass.OK, AnsweredBy.VENDOR));
  }

  @Test
  void aSuccessIsAnsweredWithoutALookAtItsText() {
    Outcome outcome =
        new Outcome(true, 200, "403", "This organization has been disabled.", "stop", null);

    assertThat(anthropic.classify(outcome)).isEqualTo(Answer.of(AnswerClass.OK, AnsweredBy.VENDOR));
  }

  @ParameterizedTest
  @CsvSource({
    "anthropic, refusal",
    "anthropic, content_filter",
    "openai, content_filter",
    "google, SAFETY",
    "azure, content_filter",
    "bedrock, guardrail_intervened",
    "mistral, content_filter"
  })
  void aRefusalIsASuccessWithItsStopReason(String vendor, String stopReason) {
    assertThat(profiles.of(vendor).classify(success(stopReason)))
        .isEqualTo(Answer.of(AnswerClass.REFUSAL, AnsweredBy.VENDOR));
  }

  @Test
  void aFailureOfWhichNothingIsKnownIsUnknown() {
    assertThat(anthropic.classify(failure(0, null, null)))
        .isEqualTo(Answer.of(AnswerClass.UNKNOWN, AnsweredBy.VENDOR));
  }

  @ParameterizedTest
  @ValueSource(strings = {"anthropic", "openai", "mistral"})
  void aChallengeOfTheEdgeIsNoBan(String vendor) {
    String html = "<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>";

    assertThat(profiles.of(vendor).classify(failure(403, null, html)).answerClass())
        .isEqualTo(AnswerClass.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "401, AUTH",
    "402, BILLING",
    "403, PERMISSION",
    "408, TIMEOUT",
    "418, INVALID_REQUEST",
    "429, RATE_LIMITED",
    "500, SERVER_ERROR",
    "503, OVERLOADED",
    "504, TIMEOUT"
  })
  void aVendorWithoutAProfileGoesByStatus(int status, AnswerClass expected) {
    assertThat(profiles.of("mistral").classify(failure(status, null, "This is disabled.")))
        .isEqualTo(Answer.of(expected, AnsweredBy.VENDOR));
  }

  @ParameterizedTest
  @CsvSource({
    "litellm.AuthenticationError: MistralException - no, AUTH",
    "litellm.Timeout: APITimeoutError - Request timed out., TIMEOUT",
    "litellm.ContentPolicyViolationError: no, REFUSAL",
    "litellm.InternalServerError: MistralException - no, SERVER_ERROR"
  })
  void aVendorWithoutAProfileGoesByTheLoggedClassWithoutStatus(String text, AnswerClass expected) {
    assertThat(profiles.of("mistral").classify(failure(0, null, text)).answerClass())
        .isEqualTo(expected);
  }
}
