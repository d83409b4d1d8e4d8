package io.banwatch.vendor;

import static io.banwatch.vendor.Outcomes.anthropicBody;
import static io.banwatch.vendor.Outcomes.failure;
import static io.banwatch.vendor.Outcomes.openaiBody;
import static io.banwatch.vendor.Outcomes.printedByPython;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user wrote is not what the vendor says, even where the vendor repeats it. */
class QuotedTextTest {
  private final VendorProfile anthropic = VendorProfiles.builtIn().of("anthropic");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "messages.0.content: Input should be a valid list, got 'This organization has been disabled.'",
        "messages.0.content: This organization has been disabled.",
        "Unexpected value \"This organization has been disabled.\" in tools",
        "tool `This organization has been disabled.` is not defined",
        "model: This organization has been disabled.",
        "Bad header value=This organization has been disabled.",
        "prompt is invalid [This organization has been disabled.]",
        "prompt is invalid\nThis organization has been disabled.",
        "unknown tool 'This credential is only authorized for use with Claude Code'",
        "unknown tool 'x is not allowed for this organization'"
      })
  void aBanThatTheMessageRepeatsIsNone(String message) {
    String body = anthropicBody("invalid_request_error", message.replace("\n", "\\n"));
    Answer invalid = Answer.of(AnswerClass.INVALID_REQUEST, AnsweredBy.VENDOR);

    assertThat(anthropic.classify(failure(400, null, body))).isEqualTo(invalid);
    assertThat(anthropic.classify(failure(400, "invalid_request_error", message)))
        .isEqualTo(invalid);
    assertThat(
            anthropic.classify(
                failure(0, "400", "litellm.BadRequestError: AnthropicException - " + body)))
        .isEqualTo(invalid);
  }

  @Test
  void anEchoedRequestBesideTheMessageIsNotRead() {
    String body =
        "{\"request\": {\"message\": \"This organization has been disabled.\"}, \"input\": \"This"
            + " organization has been disabled.\", \"error\": {\"type\": \"invalid_request_error\","
            + " \"message\": \"Bad\"}}";

    assertThat(anthropic.classify(failure(400, null, body)).answerClass())
        .isEqualTo(AnswerClass.INVALID_REQUEST);
  }

  @Test
  void quotesInTheBodyAsPythonPrintsItDoNotHideTheVendorsWords() {
    String body =
        printedByPython(
            openaiBody("invalid_request_error", null, "Incorrect API key provided: sk-x."));

    assertThat(
            VendorProfiles.builtIn()
                .of("openai")
                .classify(failure(0, null, "Error code: 400 - " + body))
                .answerClass())
        .isEqualTo(AnswerClass.AUTH);
  }

  /** Nothing marks the user's words as such: the limit of what position can tell. */
  @Test
  void aBanRepeatedWithoutAnyMarkCannotBeToldApart() {
    String body =
        anthropicBody("invalid_request_error", "Unknown tool This organization has been disabled.");

    assertThat(anthropic.classify(failure(400, null, body)).answerClass())
        .isEqualTo(AnswerClass.DISABLED);
  }
}
