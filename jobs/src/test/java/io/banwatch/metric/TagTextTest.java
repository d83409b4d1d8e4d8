package io.banwatch.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TagTextTest {
  private static final String HASH =
      "88dc28d0f030c55ed4ab77ed8faf098196cb1c05df778539800c9f1243fe6b4b";

  @Test
  void aKeyIsItsAliasAndTheFirstEightOfItsHash() {
    assertThat(TagText.apiKey("ci-bot", HASH)).isEqualTo("ci-bot#88dc28d0");
    assertThat(TagText.apiKey(null, HASH)).isEqualTo("#88dc28d0");
    assertThat(TagText.apiKey("ci-bot", "k1")).isEqualTo("ci-bot#k1");
  }

  @Test
  void noMailAddressAndNoWholeClientAddressStandsInATag() {
    assertThat(TagText.plain("jane@example.com at 203.0.113.7"))
        .isEqualTo("j***@example.com at 203.0.113.0/24");
    assertThat(TagText.apiKey("jane@example.com", "jane@example.com"))
        .isEqualTo("j***@example.com#630819b4");
  }

  @Test
  void whatActsOnATerminalIsEscapedAndWhatIsLongIsCut() {
    assertThat(TagText.plain("a\nb")).isEqualTo("a\\u000ab");
    assertThat(TagText.plain("x".repeat(300))).isEqualTo("x".repeat(199) + "…");
  }

  @Test
  void accountsThatLookAlikeOnceMaskedStayTwo() {
    assertThat(TagText.account("org-1")).isEqualTo("org-1");
    assertThat(TagText.account("unknown@anthropic")).isEqualTo("unknown@anthropic");
    assertThat(TagText.account("jane@example.com"))
        .startsWith("j***@example.com#")
        .isNotEqualTo(TagText.account("john@example.com"));
  }
}
