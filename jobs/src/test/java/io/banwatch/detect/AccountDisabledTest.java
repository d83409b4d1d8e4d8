package io.banwatch.detect;

import static io.banwatch.detect.Activities.answer;
import static io.banwatch.detect.Activities.begun;
import static io.banwatch.detect.Activities.second;
import static io.banwatch.detect.Activities.sum;
import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Explanation;
import io.banwatch.alert.Fact;
import io.banwatch.alert.Finding;
import io.banwatch.alert.Severity;
import io.banwatch.policy.DisabledSignal;
import io.banwatch.vendor.AnswerClass;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountDisabledTest {
  private static final String UNKNOWN = "unknown@anthropic";

  private final AccountDisabled signal = new AccountDisabled();
  private final AccountState state = new AccountState();
  private final List<Finding> findings = new ArrayList<>();
  private AccountContext context = VendorSettings.account();

  @Test
  void theFirstAnswerIsCriticalAndStaysUntilResolved() {
    observe(answer(7, AnswerClass.DISABLED));

    assertThat(findings).hasSize(1);
    Finding finding = findings.get(0);
    assertThat(finding.signal()).isEqualTo("account-disabled");
    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(finding.magnitude()).isEqualTo(1);
    assertThat(finding.at()).isEqualTo(second(7));
    assertThat(finding.quietMillis()).isEqualTo(Finding.UNTIL_RESOLVED);
    Explanation explanation = finding.explanation().get();
    assertThat(explanation.summary())
        .isEqualTo("Anthropic answers that the account org-1 is disabled");
    assertThat(explanation.evidence())
        .containsExactly(
            Fact.of("observed", 1),
            Fact.of("threshold", 1),
            Fact.of("unit", "answers"),
            Fact.of("answer", "disabled"),
            Fact.of("firstAt", "2026-11-03T00:00:07.000Z"),
            Fact.of("deployment", "deployment-1"));
    assertThat(explanation.nextSteps()).hasSize(4);
    assertThat(explanation.nextSteps().get(1)).contains("claude.ai/restricted");
  }

  @ParameterizedTest
  @EnumSource(value = AnswerClass.class, mode = EnumSource.Mode.EXCLUDE, names = "DISABLED")
  void anyOtherAnswerIsSilent(AnswerClass answerClass) {
    observe(answer(7, answerClass));

    assertThat(findings).isEmpty();
  }

  @Test
  void aSignalThatIsSwitchedOffIsSilent() {
    context = VendorSettings.account(new DisabledSignal(false), VendorSettings.AUTHENTICATION);
    observe(answer(7, AnswerClass.DISABLED));

    assertThat(findings).isEmpty();
  }

  @Test
  void theNextOkOfTheAccountResolvesFromAnyDeployment() {
    observe(answer(7, AnswerClass.DISABLED));

    assertThat(observe(sum(60, 3, 3, "org-1", "deployment-2", "key-2")))
        .isEqualTo("Anthropic answers the account's requests again");
  }

  @Test
  void anOkOlderThanTheAnswerDoesNotResolve() {
    observe(answer(7, AnswerClass.DISABLED));

    assertThat(observe(sum(6, 3, 3))).isNull();
    assertThat(observe(sum(7, 3, 3))).isNull();
    assertThat(observe(sum(7.001, 3, 3))).isNotNull();
  }

  @Test
  void aSumWithoutAnOkDoesNotResolve() {
    observe(answer(7, AnswerClass.DISABLED));

    assertThat(observe(sum(60, 3, 0))).isNull();
    assertThat(observe(answer(61, AnswerClass.OVERLOADED))).isNull();
  }

  @Test
  void anAnswerThatWasAlreadyRunningDoesNotResolve() {
    observe(answer(7, AnswerClass.DISABLED));

    assertThat(observe(begun(6, sum(60, 1, 1)))).isNull();
    assertThat(observe(begun(7, sum(61, 3, 1)))).isNull();
    assertThat(observe(begun(7.001, sum(62, 3, 1)))).isNotNull();
  }

  @Test
  void aLateAnswerIsStillTold() {
    observe(sum(60, 3, 3));
    observe(answer(7, AnswerClass.DISABLED));

    assertThat(findings).hasSize(1);
    assertThat(observe(sum(61, 3, 3))).isNotNull();
  }

  @Test
  void resolvingIsTheSameBeforeAndAfterTheActivityWasObserved() {
    observe(answer(7, AnswerClass.DISABLED));
    AccountActivity ok = sum(60, 3, 3);

    assertThat(signal.resolves(ok, state, context)).isNotNull();
    signal.observe(ok, state, context, findings::add);
    assertThat(signal.resolves(ok, state, context)).isNotNull();
  }

  @Test
  void behindAnUnknownAccountOnlyTheSameDeploymentResolves() {
    observe(answer(7, AnswerClass.DISABLED, UNKNOWN, "deployment-1", "key-1"));

    assertThat(observe(sum(60, 3, 3, UNKNOWN, "deployment-2", "key-1"))).isNull();
    assertThat(observe(sum(61, 3, 3, UNKNOWN, null, "key-1"))).isNull();
    assertThat(observe(sum(62, 3, 3, UNKNOWN, "deployment-1", "key-2"))).isNotNull();
    assertThat(findings.get(0).explanation().get().nextSteps())
        .contains("Name the account under accounts: in the policy, to see which one it is");
  }

  @Test
  void behindAnUnknownAccountEveryDisabledDeploymentMustAnswerAgain() {
    observe(answer(7, AnswerClass.DISABLED, UNKNOWN, "deployment-1", "key-1"));
    observe(answer(8, AnswerClass.DISABLED, UNKNOWN, "deployment-2", "key-1"));

    assertThat(observe(sum(60, 3, 3, UNKNOWN, "deployment-1", "key-1"))).isNull();
    assertThat(observe(sum(61, 3, 3, UNKNOWN, "deployment-2", "key-1"))).isNotNull();
  }

  @Test
  void withoutADeploymentTheSameKeyResolves() {
    observe(answer(7, AnswerClass.DISABLED, UNKNOWN, null, "key-1"));

    assertThat(observe(sum(60, 3, 3, UNKNOWN, null, "key-2"))).isNull();
    assertThat(observe(sum(61, 3, 3, UNKNOWN, null, "key-1"))).isNotNull();
  }

  @Test
  void aNewBanAfterAGoodAnswerCountsAnew() {
    observe(answer(7, AnswerClass.DISABLED));
    observe(answer(8, AnswerClass.DISABLED));
    observe(sum(60, 3, 3));
    observe(answer(90, AnswerClass.DISABLED));

    assertThat(findings.get(1).explanation().get().evidence()).contains(Fact.of("observed", 2));
    assertThat(findings.get(2).explanation().get().evidence())
        .contains(Fact.of("observed", 1), Fact.of("firstAt", "2026-11-03T00:01:30.000Z"));
  }

  @Test
  void aBanThatWasToldAndIsOverIsNotToldAgainWhenItsLogComesTwice() {
    for (int copy = 0; copy < 2; copy++) {
      observe(answer(7, AnswerClass.DISABLED));
      observe(answer(9, AnswerClass.DISABLED));
      observe(sum(60, 3, 3));
    }
    assertThat(findings).hasSize(2);

    observe(answer(6, AnswerClass.DISABLED));
    assertThat(findings).hasSize(3);
  }

  @Test
  void stateStaysBounded() {
    for (int i = 0; i < 1_000; i++) {
      observe(answer(i, AnswerClass.DISABLED, UNKNOWN, "deployment-" + i, "key-1"));
    }

    assertThat(state.disabled.places).hasSize(32);
  }

  private String observe(AccountActivity activity) {
    String resolution = signal.resolves(activity, state, context);
    signal.observe(activity, state, context, findings::add);
    return resolution;
  }
}
