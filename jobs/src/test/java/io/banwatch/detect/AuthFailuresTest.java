package io.banwatch.detect;

import static io.banwatch.detect.Activities.ACCOUNT;
import static io.banwatch.detect.Activities.answer;
import static io.banwatch.detect.Activities.second;
import static io.banwatch.detect.Activities.sum;
import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Explanation;
import io.banwatch.alert.Fact;
import io.banwatch.alert.Finding;
import io.banwatch.alert.Severity;
import io.banwatch.policy.AuthenticationSignal;
import io.banwatch.policy.DisabledSignal;
import io.banwatch.vendor.AnswerClass;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuthFailuresTest {
  private final AuthFailures signal = new AuthFailures();
  private final AccountState state = new AccountState();
  private final List<Finding> findings = new ArrayList<>();
  private AccountContext context = VendorSettings.account();

  @Test
  void fiveRefusalsInARowWarnAtTheFifth() {
    refuse(0, 4, 2);
    assertThat(findings).isEmpty();
    observe(answer(9, AnswerClass.PERMISSION, ACCOUNT, "deployment-1", "key-2"));

    assertThat(findings).hasSize(1);
    Finding finding = findings.get(0);
    assertThat(finding.signal()).isEqualTo("auth-failures");
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.at()).isEqualTo(second(9));
    assertThat(finding.quietMillis()).isEqualTo(TimeUnit.MINUTES.toMillis(30));
    Explanation explanation = finding.explanation().get();
    assertThat(explanation.summary())
        .isEqualTo("Anthropic refused the account's credentials 5 times in a row");
    assertThat(explanation.evidence())
        .containsExactly(
            Fact.of("observed", 5),
            Fact.of("threshold", 5),
            Fact.of("unit", "answers"),
            Fact.of("keys", 2));
  }

  @ParameterizedTest
  @EnumSource(
      value = AnswerClass.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"AUTH", "PERMISSION"})
  void otherAnswersDoNotCount(AnswerClass answerClass) {
    for (int i = 0; i < 20; i++) {
      observe(answer(i, answerClass));
      observe(sum(i, 1, 0));
    }

    assertThat(findings).isEmpty();
  }

  @Test
  void anOkBetweenEndsTheRow() {
    refuse(0, 4, 60);
    observe(sum(200, 1, 1));
    refuse(300, 4, 60);

    assertThat(findings).isEmpty();
  }

  @Test
  void anOkThatComesLateEndsTheRowBeforeIt() {
    refuse(0, 4, 60);
    observe(sum(190, 1, 1));
    observe(sum(130, 1, 1));
    refuse(240, 4, 60);
    assertThat(findings).isEmpty();
    refuse(480, 1, 60);

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).explanation().get().evidence()).contains(Fact.of("observed", 5));
  }

  @Test
  void aRefusalThatComesLateDoesNotCountBehindAnOk() {
    observe(sum(200, 1, 1));
    refuse(100, 10, 1);

    assertThat(findings).isEmpty();
  }

  @Test
  void oneFailingKeyInABusyAccountIsNoRow() {
    for (int second = 0; second < 600; second++) {
      if (second % 5 == 4) {
        observe(sum(second, 250, 245, ACCOUNT, "deployment-1", "key-2"));
      }
      observe(answer(second, AnswerClass.AUTH));
    }

    assertThat(findings).isEmpty();
  }

  @Test
  void aBusyAccountWhoseCredentialIsRevokedWarnsWithinSeconds() {
    int firstRefusal = 300;
    for (int second = 0; second < firstRefusal; second += 5) {
      observe(sum(second, 50, 50));
    }
    for (int second = firstRefusal; second < 400; second++) {
      observe(answer(second, AnswerClass.AUTH));
      if (second % 5 == 4) {
        observe(sum(second, 5, 0));
      }
    }

    assertThat(findings.get(0).at()).isEqualTo(second(firstRefusal + 4 + 15));
    assertThat(findings.get(0).severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void aThirdOfTheAnswersIsTheMost() {
    judgeByShareAlone();
    mixed(0, 60, 10, 3);
    assertThat(findings).isEmpty();
    mixed(600, 660, 10, 4);

    assertThat(findings).isNotEmpty();
    assertThat(findings).extracting(Finding::severity).containsOnly(Severity.WARNING);
    assertThat(findings.get(0).explanation().get().evidence())
        .contains(
            Fact.of("threshold", 0.3), Fact.of("unit", "share"), Fact.of("windowSeconds", 600));
  }

  @Test
  void theShareOfFewAnswersIsSilent() {
    observe(answer(0, AnswerClass.AUTH));
    observe(sum(0, 1, 0));
    observe(sum(10, 2, 2));
    for (int i = 1; i < 4; i++) {
      observe(answer(20 * i, AnswerClass.AUTH));
      observe(sum(20 * i + 1, 2, 1));
    }
    observe(sum(100, 0, 0));

    assertThat(findings).isEmpty();
  }

  @Test
  void theShareCountsExactlyTheAnswersOfSettledSlices() {
    judgeByShareAlone();
    mixed(0, 30, 10, 5);
    assertThat(findings).isEmpty();
    observe(sum(44.9, 1, 1));
    assertThat(findings).isEmpty();
    observe(sum(45, 1, 1));

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).explanation().get().evidence())
        .containsExactly(
            Fact.of("observed", 0.5),
            Fact.of("threshold", 0.3),
            Fact.of("unit", "share"),
            Fact.of("windowSeconds", 600),
            Fact.of("refused", 15),
            Fact.of("answers", 30),
            Fact.of("keys", 1));
    assertThat(findings.get(0).explanation().get().summary())
        .isEqualTo(
            "Anthropic refused the account's credentials in 15 of 30 answers (50 %) of ten minutes");
  }

  @Test
  void refusalsOfMoreThanTenMinutesAgoAreForgotten() {
    judgeByShareAlone();
    mixed(0, 30, 10, 5);
    observe(sum(700, 100, 100));
    refuse(710, 1, 1);
    observe(sum(800, 100, 100));

    assertThat(findings).isEmpty();
  }

  @Test
  void nobodyServedForTenMinutesIsCritical() {
    for (int second = 0; second <= 620; second += 20) {
      observe(answer(second, AnswerClass.AUTH));
      observe(sum(second, 1, 0));
    }

    assertThat(findings.get(0).severity()).isEqualTo(Severity.WARNING);
    Finding critical =
        findings.stream()
            .filter(finding -> finding.severity() == Severity.CRITICAL)
            .findFirst()
            .orElseThrow();
    assertThat(critical.at()).isEqualTo(second(600));
  }

  @Test
  void oneOkInTenMinutesIsNotCritical() {
    for (int second = 0; second <= 1_200; second += 20) {
      observe(answer(second, AnswerClass.AUTH));
      observe(sum(second, second % 500 == 100 ? 2 : 1, second % 500 == 100 ? 1 : 0));
    }

    assertThat(findings).isNotEmpty();
    assertThat(findings).extracting(Finding::severity).containsOnly(Severity.WARNING);
  }

  @Test
  void withoutANewRefusalNothingIsFoundAgain() {
    refuse(0, 5, 1);
    findings.clear();
    observe(sum(30, 10, 0));
    observe(sum(60, 10, 0));

    assertThat(findings).isEmpty();
  }

  @Test
  void aSignalThatIsSwitchedOffIsSilent() {
    context =
        VendorSettings.account(
            new DisabledSignal(true), new AuthenticationSignal(false, 5, 0.3, 10, 30));
    refuse(0, 50, 1);

    assertThat(findings).isEmpty();
  }

  @Test
  void stateStaysBounded() {
    for (int i = 0; i < 10_000; i++) {
      observe(answer(i, AnswerClass.AUTH, ACCOUNT, "deployment-1", "key-" + i));
      observe(sum(i, 1, 0));
    }

    AuthenticationState seen = state.authentication;
    assertThat(seen.answers).hasSize(20);
    assertThat(seen.refusals).hasSize(20);
    assertThat(seen.inARow).hasSize(5);
    assertThat(seen.keys.values).hasSize(16);
    assertThat(seen.refusedInARow).isEqualTo(10_000);
  }

  private void judgeByShareAlone() {
    context =
        VendorSettings.account(
            new DisabledSignal(true), new AuthenticationSignal(true, 1_000, 0.3, 10, 30));
  }

  /** Each ten seconds so many answers, of which so many are refusals, the sum as the last. */
  private void mixed(int from, int until, int answers, int refused) {
    for (int second = from; second < until; second += 10) {
      for (int i = 0; i < refused; i++) {
        observe(answer(second + i / 10.0, AnswerClass.AUTH));
      }
      observe(sum(second + 1, answers, answers - refused));
    }
  }

  private void refuse(int from, int count, int everySeconds) {
    for (int i = 0; i < count; i++) {
      observe(answer(from + i * everySeconds, AnswerClass.AUTH));
    }
  }

  private void observe(AccountActivity activity) {
    signal.observe(activity, state, context, findings::add);
  }
}
