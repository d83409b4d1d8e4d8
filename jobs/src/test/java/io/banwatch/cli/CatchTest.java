package io.banwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Alert;
import io.banwatch.alert.Severity;
import io.banwatch.alert.Subject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatchTest {
  private static final long FROM = Samples.TUESDAY_TEN_PAST_TWO;
  private static final Subject SIBLING = new Subject("anthropic", "org-1", "77aa", "web", null);
  private static final Subject ACCOUNT = Subject.ofAccount("anthropic", "org-1");

  @Test
  void aStoryIsCaughtByTheFirstWarningOfASignalThatMustNotice() {
    assertThat(
            told(
                story("key"),
                alert("new-network", Severity.WARNING, Samples.CI_BOT, 20),
                alert("token-burst", Severity.INFO, Samples.CI_BOT, 30),
                alert("token-burst", Severity.WARNING, Samples.CI_BOT, 45),
                alert("token-burst", Severity.CRITICAL, Samples.CI_BOT, 95)))
        .isEqualTo("caught after 45 s by token-burst");
  }

  @Test
  void anotherSignalCatchesItToo() {
    assertThat(told(story("key"), alert("new-network", Severity.WARNING, Samples.CI_BOT, 20)))
        .isEqualTo("caught after 20 s by new-network");
  }

  @Test
  void anAlertAboutASiblingOrBeforeTheStoryCatchesNothing() {
    assertThat(
            told(
                story("key"),
                alert("token-burst", Severity.WARNING, SIBLING, 45),
                alert("token-burst", Severity.WARNING, Samples.CI_BOT, -1),
                alert("token-burst", Severity.WARNING, Samples.CI_BOT, 1800 + 3601)))
        .isEqualTo("NOT CAUGHT");
  }

  @Test
  void anAlertAboutTheAccountCatchesAStoryOfItsKey() {
    assertThat(told(story("key"), alert("token-burst", Severity.WARNING, ACCOUNT, 60)))
        .isEqualTo("caught after 1 min by token-burst");
  }

  @Test
  void aStoryOfTheAccountIsCaughtByAnyOfItsKeys() {
    assertThat(told(story("account"), alert("token-burst", Severity.WARNING, SIBLING, 60)))
        .isEqualTo("caught after 1 min by token-burst");
  }

  @Test
  void aNearMissIsRightWhenNothingWarns() {
    PlantedStory nearMiss =
        new PlantedStory(Samples.label("deploy", List.of(), List.of("token-burst")));
    assertThat(told(nearMiss, alert("token-burst", Severity.INFO, Samples.CI_BOT, 60)))
        .isEqualTo("no warning, as it should be");
    assertThat(told(nearMiss, alert("token-burst", Severity.WARNING, Samples.CI_BOT, 60)))
        .isEqualTo("FALSE ALARM by token-burst after 1 min");
  }

  @Test
  void anAlertAboutTheAccountOrOfAnotherSignalIsNoFalseAlarmOfAKeysNearMiss() {
    PlantedStory nearMiss =
        new PlantedStory(Samples.label("new-key", List.of(), List.of("token-burst")));
    assertThat(
            told(
                nearMiss,
                alert("token-burst", Severity.WARNING, ACCOUNT, 60),
                alert("new-network", Severity.WARNING, Samples.CI_BOT, 60)))
        .isEqualTo("no warning, as it should be");
  }

  @Test
  void anAlertOfAnotherSignalAboutTheAccountCatchesNothing() {
    assertThat(told(story("key"), alert("auth-failures", Severity.WARNING, ACCOUNT, 60)))
        .isEqualTo("NOT CAUGHT");
  }

  private static PlantedStory story(String reach) {
    return new PlantedStory(Samples.label("stolen-key", reach, List.of("token-burst"), List.of()));
  }

  private static String told(PlantedStory story, Alert... alerts) {
    return new Catch(story, List.of(alerts)).told();
  }

  private static Alert alert(String signal, Severity severity, Subject subject, long seconds) {
    return Samples.alert(signal, severity, subject, FROM + Duration.ofSeconds(seconds).toMillis());
  }
}
