package io.banwatch.vendor;

import static io.banwatch.vendor.Outcomes.failure;
import static io.banwatch.vendor.Outcomes.openaiBody;
import static io.banwatch.vendor.Outcomes.printedByPython;
import static io.banwatch.vendor.Outcomes.rewrittenByLiteLlm;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row that is known of OpenAI, Google, Azure and Bedrock, as written and as logged. */
class OtherVendorsAnswersTest {
  private final VendorProfiles profiles = VendorProfiles.builtIn();

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          401 | account_deactivated | The OpenAI account associated with this API key has been deactivated. Please check your email. | DISABLED
          401 | account_deactivated | This key is associated with a deactivated account. | DISABLED
          401 | account_deactivated | Your OpenAI account has been deactivated, please check your email for more information. | DISABLED
          429 | access_terminated | Your access was terminated due to violation of our policies, please check your email. | DISABLED
          400 | cyber_policy | Access to this model is temporarily limited. | SUSPICION
          200 | bio_policy | The request failed. | REFUSAL
          400 | invalid_prompt | Invalid prompt. | REFUSAL
          429 | slow_down | A sudden increase in your request rate is affecting the service. | ACCELERATION
          503 | slow_down | Slow down. | ACCELERATION
          429 | rate_limit_exceeded | Rate limit reached for gpt-4o in organization org-FAKE on tokens per min (TPM). | RATE_LIMITED
          429 | rate_limit_exceeded | Request too large for gpt-4o in organization org-FAKE on tokens per min. | RATE_LIMITED
          429 | insufficient_quota | You exceeded your current quota, please check your plan and billing details. | QUOTA
          429 | credit_balance_exhausted | No credit. | QUOTA
          429 | organization_spend_limit_exceeded | Over the limit. | QUOTA
          429 | project_spend_limit_exceeded | Over the limit. | QUOTA
          429 | organization_usage_limit_exceeded | Over the limit. | QUOTA
          400 | billing_hard_limit_reached | Billing hard limit has been reached | BILLING
          429 | billing_not_active | Your account is not active, please check your billing details. | BILLING
          403 | unsupported_country_region_territory | Country, region, or territory not supported | REGION
          401 | invalid_api_key | Incorrect API key provided. You can find your API key in your settings. | AUTH
          401 | ip_not_authorized | IP not authorized. | PERMISSION
          503 | server_is_overloaded | The server had an error. | OVERLOADED
          503 | server_error | That model is currently overloaded with other requests. | OVERLOADED
          """)
  void openaisAnswerIsClassifiedHoweverItIsLogged(
      int status, String code, String message, AnswerClass expected) {
    VendorProfile openai = profiles.of("openai");
    String body = openaiBody("some_type", code, message);
    Answer answer = Answer.of(expected, AnsweredBy.VENDOR);

    assertThat(openai.classify(failure(status, null, body))).isEqualTo(answer);
    assertThat(openai.classify(failure(0, code, message))).isEqualTo(answer);
    assertThat(
            openai.classify(
                failure(0, code, "litellm.BadRequestError: OpenAIException - " + message)))
        .isEqualTo(answer);
    assertThat(openai.classify(rewrittenByLiteLlm("OpenAIException", body))).isEqualTo(answer);
    assertThat(
            openai.classify(
                failure(
                    status,
                    null,
                    "Error code: "
                        + (status == 200 ? 400 : status)
                        + " - "
                        + printedByPython(body))))
        .isEqualTo(answer);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          The OpenAI account associated with this API key has been deactivated. | DISABLED
          Your access was terminated due to violation of our policies | DISABLED
          A sudden increase in your request rate | ACCELERATION
          You exceeded your current quota, please check your plan and billing details. | QUOTA
          Billing hard limit has been reached | BILLING
          Country, region, or territory not supported | REGION
          Rate limit reached for gpt-4o | RATE_LIMITED
          Incorrect API key provided: sk-FAKE. | AUTH
          """)
  void openaisTextAloneTellsWhenTheCodeIsLost(String message, AnswerClass expected) {
    String text = "litellm.RateLimitError: RateLimitError: OpenAIException - " + message;

    assertThat(profiles.of("openai").classify(failure(0, "429", text)))
        .isEqualTo(Answer.of(expected, AnsweredBy.VENDOR));
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          google  | 403 | {"error": {"code": 403, "message": "Permission denied: Consumer 'api_key:FAKE' has been suspended.", "status": "PERMISSION_DENIED", "details": [{"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "CONSUMER_SUSPENDED"}]}} | DISABLED
          google  | 403 | {"error": {"code": 403, "message": "Permission denied: Consumer 'api_key:FAKE' has been suspended.", "status": "PERMISSION_DENIED"}} | DISABLED
          google  | 403 | [{"error": {"code": 403, "message": "Permission denied: Consumer 'api_key:FAKE' has been suspended."}}] | DISABLED
          google  | 403 | {"error": {"code": 403, "message": "Your project has been denied access. Please contact support.", "status": "PERMISSION_DENIED"}} | DISABLED
          google  | 403 | {"error": {"code": 403, "message": "Your API key was reported as leaked. Please use another API key.", "status": "PERMISSION_DENIED"}} | DISABLED
          google  | 403 | {"error": {"code": 403, "message": "Gemini has been disabled in this account for violation of Terms of Service.", "status": "PERMISSION_DENIED"}} | DISABLED
          google  | 400 | {"error": {"code": 400, "message": "User location is not supported for the API use.", "status": "FAILED_PRECONDITION"}} | REGION
          google  | 429 | {"error": {"code": 429, "message": "Resource has been exhausted (e.g. check quota).", "status": "RESOURCE_EXHAUSTED"}} | RATE_LIMITED
          google  | 403 | {"error": {"code": 403, "message": "Permission denied", "status": "PERMISSION_DENIED"}} | PERMISSION
          azure   | 403 | {"error": {"code": "403", "message": "Your resource has been temporarily blocked because we detected behavior that may violate our content policy."}} | DISABLED
          azure   | 400 | {"error": {"message": "The response was filtered.", "code": "content_filter", "status": 400, "innererror": {"code": "ResponsibleAIPolicyViolation"}}} | REFUSAL
          azure   | 400 | {"error": {"message": "Filtered.", "code": null, "innererror": {"code": "ResponsibleAIPolicyViolation"}}} | REFUSAL
          bedrock | 400 | {"message": "Access to Anthropic models is not allowed from unsupported countries, regions, or territories."} | REGION
          bedrock | 400 | {"__type": "com.amazon.coral.validate#ValidationException", "message": "Operation not allowed"} | PERMISSION
          bedrock | 403 | {"Message": "Your account is not authorized to invoke this API operation."} | PERMISSION
          bedrock | 403 | {"message": "The security token included in the request is invalid."} | AUTH
          bedrock | 429 | {"message": "Too many requests, please wait before trying again."} | RATE_LIMITED
          bedrock | 400 | {"__type": "ThrottlingException", "message": "Too many tokens"} | RATE_LIMITED
          """)
  void theOthersAnswersAreClassifiedFromTheirBodies(
      String vendor, int status, String body, AnswerClass expected) {
    VendorProfile profile = profiles.of(vendor);
    Answer answer = Answer.of(expected, AnsweredBy.VENDOR);

    assertThat(profile.classify(failure(status, null, body))).isEqualTo(answer);
    assertThat(
            profile.classify(
                failure(status, null, "litellm.BadRequestError: VertexAIException - " + body)))
        .isEqualTo(answer);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          An error occurred (ValidationException) when calling the InvokeModel operation: Access to Anthropic models is not allowed from unsupported countries, regions, or territories. | REGION
          An error occurred (ThrottlingException) when calling the Converse operation (reached max retries: 4): Too many requests | RATE_LIMITED
          An error occurred (UnrecognizedClientException) when calling the InvokeModel operation: The security token included in the request is invalid. | AUTH
          An error occurred (AccessDeniedException) when calling the InvokeModel operation: You don't have access to the model with the specified model ID. | PERMISSION
          """)
  void bedrocksAnswerIsClassifiedAsPythonLogsIt(String text, AnswerClass expected) {
    assertThat(profiles.of("bedrock").classify(failure(0, null, text)))
        .isEqualTo(Answer.of(expected, AnsweredBy.VENDOR));
  }
}
