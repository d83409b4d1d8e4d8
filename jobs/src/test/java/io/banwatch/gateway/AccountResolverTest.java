package io.banwatch.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.policy.AccountRule;
import io.banwatch.usage.Credential;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Tokens;
import io.banwatch.usage.UsageEvent;
import io.banwatch.vendor.AnswerClass;
import io.banwatch.vendor.AnsweredBy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountResolverTest {
  private static final String ORGANIZATION = "11111111-2222-3333-4444-555555555555";

  private final AccountResolver resolver = new AccountResolver(List.of());

  @Test
  void aStreamTakesTheAccountThatAnEarlierRecordOfItsDeploymentNamed() {
    List<String> accounts = accountsOfSample(resolver);

    assertThat(accounts)
        .containsExactly(
            "org-fakefakefake",
            "org-fakefakefake",
            ORGANIZATION,
            ORGANIZATION,
            ORGANIZATION,
            ORGANIZATION,
            "org-fakefakefake",
            "org-fakefakefake",
            ORGANIZATION,
            ORGANIZATION,
            "unknown@unknown",
            ORGANIZATION,
            ORGANIZATION,
            ORGANIZATION,
            "subscription@anthropic",
            ORGANIZATION,
            ORGANIZATION);
  }

  @Test
  void anAccountIsNotKnownBeforeARecordNamesIt() {
    assertThat(account(event("m1", null, Credential.API_KEY))).isEqualTo("unknown@anthropic");
    assertThat(account(event("m1", "org-1", Credential.API_KEY))).isEqualTo("org-1");
    assertThat(account(event("m1", null, Credential.API_KEY))).isEqualTo("org-1");
    assertThat(account(event("m1", null, Credential.UNKNOWN))).isEqualTo("org-1");
    assertThat(account(event("m2", null, Credential.API_KEY))).isEqualTo("unknown@anthropic");
    assertThat(account(event(null, null, Credential.API_KEY))).isEqualTo("unknown@anthropic");
  }

  @Test
  void aSubscriptionTokenNeitherTeachesNorTakesTheAccountOfItsDeployment() {
    assertThat(account(event("m1", "org-person", Credential.SUBSCRIPTION))).isEqualTo("org-person");
    assertThat(account(event("m1", null, Credential.API_KEY))).isEqualTo("unknown@anthropic");
    assertThat(account(event("m1", "org-1", Credential.API_KEY))).isEqualTo("org-1");
    assertThat(account(event("m1", null, Credential.SUBSCRIPTION)))
        .isEqualTo("subscription@anthropic");
  }

  @Test
  void theFirstRuleThatHoldsAValueNamesTheAccount() {
    AccountResolver ruled =
        new AccountResolver(
            List.of(
                new AccountRule("elsewhere", "openai", List.of("org-1"), List.of(), List.of()),
                new AccountRule("by-organization", null, List.of("org-1"), List.of(), List.of()),
                new AccountRule("by-deployment", "anthropic", List.of(), List.of("m1"), List.of()),
                new AccountRule("by-host", null, List.of(), List.of(), List.of("eu.example"))));

    assertThat(account(ruled, event("m1", "org-1", Credential.API_KEY), null))
        .isEqualTo("by-organization");
    assertThat(account(ruled, event("m1", null, Credential.API_KEY), null))
        .as("the organisation that was learned counts as the log's own")
        .isEqualTo("by-organization");
    assertThat(account(ruled, event("m1", "org-2", Credential.API_KEY), "eu.example"))
        .isEqualTo("by-deployment");
    assertThat(account(ruled, event("m2", "org-2", Credential.API_KEY), "eu.example"))
        .isEqualTo("by-host");
    assertThat(account(ruled, event("m2", "org-2", Credential.API_KEY), "us.example"))
        .isEqualTo("org-2");
  }

  @Test
  void noRuleAboutDeploymentOrHostTakesASubscription() {
    AccountResolver ruled =
        new AccountResolver(
            List.of(
                new AccountRule("ours", null, List.of("org-1"), List.of("m1"), List.of("host"))));

    assertThat(account(ruled, event("m1", null, Credential.SUBSCRIPTION), "host"))
        .isEqualTo("subscription@anthropic");
    assertThat(account(ruled, event("m1", "org-1", Credential.SUBSCRIPTION), "host"))
        .isEqualTo("ours");
  }

  @Test
  void theDeploymentUnusedForLongestIsForgottenFirst() {
    for (int i = 0; i < AccountResolver.MOST_DEPLOYMENTS; i++) {
      resolver.resolve(event("m" + i, "org-" + i, Credential.API_KEY), null);
    }
    resolver.resolve(event("m0", null, Credential.API_KEY), null);
    resolver.resolve(event("one more", "org", Credential.API_KEY), null);

    assertThat(resolver.memory()).hasSize(AccountResolver.MOST_DEPLOYMENTS);
    assertThat(account(event("m0", null, Credential.API_KEY))).isEqualTo("org-0");
    assertThat(account(event("m1", null, Credential.API_KEY))).isEqualTo("unknown@anthropic");
  }

  @Test
  void aRestoredMemoryAnswersAndForgetsLikeTheFirst() {
    accountsOfSample(resolver);
    AccountResolver restored = new AccountResolver(List.of());
    restored.restore(resolver.memory());

    assertThat(restored.memory()).isEqualTo(resolver.memory()).hasSize(7);
    assertThat(accountsOfSample(restored)).isEqualTo(accountsOfSample(resolver));
    assertThat(restored.memory()).isEqualTo(resolver.memory());
  }

  private static List<String> accountsOfSample(AccountResolver resolver) {
    UsageDecoder decoder = Decoders.decoder(Samples.SETTINGS);
    List<String> accounts = new ArrayList<>();
    for (String line : Samples.lines("slp-1.106.2.jsonl")) {
      LogRecord record = Samples.record(decoder, line);
      accounts.add(account(resolver, record.event(), record.host()));
    }
    return accounts;
  }

  private String account(UsageEvent event) {
    return account(resolver, event, null);
  }

  private static String account(AccountResolver resolver, UsageEvent event, String host) {
    return resolver.resolve(event, host).account();
  }

  private static UsageEvent event(String deployment, String organization, Credential credential) {
    return new UsageEvent(
        1,
        1,
        0,
        0,
        "key",
        null,
        null,
        null,
        "anthropic",
        organization,
        deployment,
        null,
        Tokens.NONE,
        0,
        AnswerClass.OK,
        AnsweredBy.VENDOR,
        null,
        credential,
        null,
        false);
  }
}
