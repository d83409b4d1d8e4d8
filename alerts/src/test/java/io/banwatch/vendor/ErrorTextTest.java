package io.banwatch.vendor;

import static io.banwatch.vendor.Outcomes.anthropicBody;
import static io.banwatch.vendor.Outcomes.failure;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ErrorTextTest {
  private static final String DISABLED =
      anthropicBody("permission_error", "This organization has been disabled.");

  @Test
  void wrappingGivesCodesAndTheStatusNearestToTheVendor() {
    ErrorText said =
        ErrorText.of(
            failure(
                500,
                "500",
                "litellm.APIConnectionError: AnthropicException - Error code: 403 - " + DISABLED));

    assertThat(said.status()).isEqualTo(403);
    assertThat(said.codes())
        .containsExactly("apiconnectionerror", "anthropicexception", "error", "permission_error");
    assertThat(said.saysInOpening("this organization has been disabled")).isTrue();
  }

  @Test
  void aBodyThatWasCutWithinItsMessageGivesThePartThatIsThere() {
    int cut = DISABLED.indexOf("disabled.") + "disabled.".length();

    assertThat(
            ErrorText.of(failure(400, null, DISABLED.substring(0, cut))).saysInOpening("disabled."))
        .isTrue();
  }

  @Test
  void anApostropheIsNoQuote() {
    ErrorText said =
        ErrorText.of(failure(429, null, "would exceed your organization’s rate limit"));

    assertThat(said.saysInOpening("your organization's rate limit")).isTrue();
    assertThat(said.saysUnquoted("your organization's rate limit")).isTrue();
  }

  @Test
  void whatStandsBeyondTheLongestTextIsNotRead() {
    String text = "x".repeat(ErrorText.LONGEST_TEXT) + "This organization has been disabled.";

    assertThat(ErrorText.of(failure(400, null, text)).saysInOpening("organization")).isFalse();
  }

  @Test
  void hostileNestingIsReadAsFarAsItGoes() {
    String nested = "{\"error\":".repeat(900);

    assertThat(ErrorText.of(failure(400, null, nested)).status()).isEqualTo(400);
    assertThat(ErrorText.of(failure(400, null, "[".repeat(8_000))).status()).isEqualTo(400);
    assertThat(ErrorText.of(failure(400, null, "Error".repeat(1_600))).status()).isEqualTo(400);
  }

  @Property
  void anyTextIsClassified(
      @ForAll @StringLength(max = 300) String text, @ForAll @IntRange(max = 700) int status) {
    assertThat(VendorProfiles.builtIn().of("anthropic").classify(failure(status, text, text)))
        .isNotNull();
  }

  @Property
  void aBodyCutAnywhereIsClassifiedAndNeverAsWorse(@ForAll @IntRange(max = 140) int length) {
    String cut = DISABLED.substring(0, Math.min(length, DISABLED.length()));
    boolean whole = cut.contains("This organization has been disabled");

    assertThat(
            VendorProfiles.builtIn().of("anthropic").classify(failure(0, null, cut)).answerClass())
        .satisfies(answer -> assertThat(answer == AnswerClass.DISABLED).isEqualTo(whole));
  }
}
