package io.banwatch.vendor;

import static io.banwatch.vendor.Outcomes.anthropicBody;
import static io.banwatch.vendor.Outcomes.failure;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayAnswersTest {
  private final VendorProfiles profiles = VendorProfiles.builtIn();

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          400 | ProxyModelNotFoundError 400: {'error': '/chat/completions: Invalid model name passed in model=nope. Call `/v1/models`'} | INVALID_REQUEST
          400 | 400: {'error': '/chat/completions: Invalid model name passed in model=nope. Call `/v1/models`'} | INVALID_REQUEST
          400 | litellm.BudgetExceededError: Budget has been exceeded! Current cost: 1.2, Max budget: 1.0 | QUOTA
          429 | Budget has been exceeded! Key=ci Current cost: 1.2, Max budget: 1.0 | QUOTA
          400 | ExceededBudget: User=u-1 over budget. Spend=2, Budget=1 | QUOTA
          401 | ProxyException: Authentication Error, Invalid proxy server token passed. Received API Key = sk-...abcd, Key Hash (Token) =88dc. | AUTH
          401 | 401: LiteLLM Virtual Key expected. Received=abcd****wxyz, expected to start with 'sk-'. | AUTH
          401 | {"error": {"message": "Authentication Error, LiteLLM Virtual Key expected. Received=abcd", "type": "auth_error", "param": "None", "code": "401"}} | AUTH
          401 | {"error": {"message": "not found", "type": "token_not_found_in_db", "param": "key", "code": "401"}} | AUTH
          400 | Authentication Error - Expired Key. Key Expiry time 2026-11-01 and current time 2026-11-02 | AUTH
          401 | Key is blocked. Update via `/key/unblock` if you're an admin. | AUTH
          401 | key not allowed to access model. This key can only access models=['a']. Tried to access b | PERMISSION
          429 | Max parallel request limit reached | RATE_LIMITED
          429 | LiteLLM Rate Limit Handler for rate limit type = key. Crossed TPM / RPM / Max Parallel Request Limit. current rpm: 3 | RATE_LIMITED
          429 | Rate limit exceeded for api_key: 88dc. Limit type: requests. Current limit: 1, Remaining: 0. | RATE_LIMITED
          429 | No deployments available for selected model, Try again in 5 seconds. Passed model=claude. | RATE_LIMITED
          429 | litellm.RateLimitError: this is a mock rate limit error | RATE_LIMITED
          400 | {'error': 'Violated guardrail policy', 'guardrail': 'pii'} | REFUSAL
          """)
  void theGatewaysOwnAnswerIsNotTheVendors(int status, String text, AnswerClass expected) {
    assertThat(profiles.of("anthropic").classify(failure(status, null, text)))
        .isEqualTo(Answer.of(expected, AnsweredBy.GATEWAY));
    assertThat(profiles.of("mistral").classify(failure(0, Integer.toString(status), text)))
        .isEqualTo(Answer.of(expected, AnsweredBy.GATEWAY));
  }

  @Test
  void aRequestThatNeverLeftIsTheGatewaysAnswerWhateverItSays() {
    String body = anthropicBody("permission_error", "This organization has been disabled.");
    Outcome outcome = new Outcome(false, 403, null, body, null, false);

    assertThat(profiles.of("anthropic").classify(outcome))
        .isEqualTo(Answer.of(AnswerClass.PERMISSION, AnsweredBy.GATEWAY));
  }

  @Test
  void aSuccessFromTheGatewaysCacheIsTheGateways() {
    Outcome outcome = new Outcome(true, 200, null, null, "stop", false);

    assertThat(profiles.of("anthropic").classify(outcome))
        .isEqualTo(Answer.of(AnswerClass.OK, AnsweredBy.GATEWAY));
  }

  @Test
  void aVendorsOwnRateLimitIsNotTakenForTheGateways() {
    String text =
        "litellm.RateLimitError: RateLimitError: OpenAIException - Rate limit reached for gpt-4o";

    assertThat(profiles.of("openai").classify(failure(429, null, text)))
        .isEqualTo(Answer.of(AnswerClass.RATE_LIMITED, AnsweredBy.VENDOR));
  }
}
