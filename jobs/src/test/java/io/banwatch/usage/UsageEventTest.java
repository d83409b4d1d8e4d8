package io.banwatch.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.vendor.AnswerClass;
import org.junit.jupiter.api.Test;

class UsageEventTest {
  private static final UsageEvent EVENT =
      Requests.at(Requests.TUESDAY)
          .id(7)
          .user("jane")
          .answer(AnswerClass.RATE_LIMITED)
          .credential(Credential.SUBSCRIPTION)
          .costing(0.25)
          .limits(new RateLimits(4_000, 3_999, 200_000, 0))
          .event();

  @Test
  void whoeverPaysTheRequestIsTheSame() {
    assertThat(EVENT.withAccount("org-2"))
        .usingRecursiveComparison()
        .ignoringFields("account")
        .isEqualTo(EVENT);
    assertThat(EVENT.withAccount("org-2").account()).isEqualTo("org-2");
    assertThat(EVENT.withAccount("org-2").withAccount("org-1")).isEqualTo(EVENT);
  }

  @Test
  void whatIsOnlyLearnedFromIsTheSameRequest() {
    assertThat(EVENT.asHistory())
        .usingRecursiveComparison()
        .ignoringFields("history")
        .isEqualTo(EVENT);
    assertThat(EVENT.asHistory().history()).isTrue();
  }

  @Test
  void anAccountIsUnknownByTheNameThatSaysSo() {
    assertThat(EVENT.accountUnknown()).isFalse();
    assertThat(EVENT.withAccount(UsageEvent.unknownAccountOf("anthropic")).accountUnknown())
        .isTrue();
    assertThat(EVENT.withAccount(UsageEvent.unknownAccountOf("openai")).accountUnknown()).isFalse();
  }
}
