package io.banwatch.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Explanation;
import io.banwatch.alert.Fact;
import io.banwatch.alert.Finding;
import io.banwatch.alert.Severity;
import io.banwatch.place.NetworkKind;
import io.banwatch.policy.SubscriptionSignal;
import io.banwatch.usage.Credential;
import io.banwatch.usage.Requests;
import io.banwatch.vendor.AnswerClass;
import io.banwatch.vendor.AnsweredBy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SubscriptionMisuseTest {
  private static final long HOUR = TimeUnit.HOURS.toMillis(1);

  private final SubscriptionMisuse signal = new SubscriptionMisuse();
  private final KeyState state = new KeyState();
  private final List<Finding> findings = new ArrayList<>();
  private KeyContext context = VendorSettings.key();

  @Test
  void anotherClientWithASubscriptionTokenIsCriticalAtTheFirstRequest() {
    observe(subscription(0).client("opencode/1.2.3 ai-sdk/anthropic"));

    assertThat(findings).hasSize(1);
    Finding finding = findings.get(0);
    assertThat(finding.signal()).isEqualTo("subscription-misuse");
    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(finding.magnitude()).isEqualTo(1);
    assertThat(finding.at()).isEqualTo(Requests.TUESDAY);
    assertThat(finding.quietMillis()).isEqualTo(24 * HOUR);
    Explanation explanation = finding.explanation().get();
    assertThat(explanation.summary())
        .isEqualTo(
            "ci-bot sends a person's Anthropic subscription token with opencode/1.2.3"
                + " ai-sdk/anthropic, which is not the vendor's own client");
    assertThat(explanation.reason()).startsWith("Resembles");
    assertThat(explanation.evidence())
        .containsExactly(
            Fact.of("observed", 1),
            Fact.of("threshold", 1),
            Fact.of("unit", "requests"),
            Fact.of("client", "opencode/1.2.3 ai-sdk/anthropic"),
            Fact.of("ownClients", "claude-cli/"),
            Fact.of("credential", "subscription"));
    assertThat(explanation.nextSteps().get(0))
        .isEqualTo(
            "Move this traffic to an API key of Anthropic held by the gateway, and give the user a"
                + " gateway key for it");
  }

  @Test
  void theVendorsOwnClientWithOneUserIsNoFinding() {
    for (int hour = 0; hour < 100; hour++) {
      observe(subscription(hour * HOUR).user("jane"));
    }

    assertThat(findings).isEmpty();
  }

  @Test
  void anApiKeyWithAnyClientIsNoFinding() {
    observe(Requests.at(Requests.TUESDAY).client("opencode/1.2.3"));
    observe(Requests.at(Requests.TUESDAY).client("opencode/1.2.3").credential(Credential.UNKNOWN));

    assertThat(findings).isEmpty();
  }

  @Test
  void aClientThatDoesNotSayItsNameIsNoFinding() {
    observe(subscription(0).client(null));
    observe(subscription(1).client(" "));

    assertThat(findings).isEmpty();
  }

  @Test
  void aVendorWhoseOwnClientsAreNotKnownIsSilent() {
    context = VendorSettings.key("openai", VendorSettings.SUBSCRIPTION, NetworkKind.ACCESS);
    observe(subscription(0).vendor("openai").client("opencode/1.2.3").user("jane"));
    observe(subscription(1).vendor("openai").client("opencode/1.2.3").user("joe"));

    assertThat(findings).isEmpty();
  }

  @Test
  void whatTheGatewayRefusedItselfIsNoFinding() {
    observe(subscription(0).client("opencode/1.2.3").answeredBy(AnsweredBy.GATEWAY));
    observe(
        Requests.at(Requests.TUESDAY)
            .answer(AnswerClass.CREDENTIAL_MISUSE)
            .answeredBy(AnsweredBy.GATEWAY));

    assertThat(findings).isEmpty();
  }

  @Test
  void aSignalThatIsSwitchedOffIsSilent() {
    context =
        VendorSettings.key(
            "anthropic", new SubscriptionSignal(false, 2, 5, 24, 24), NetworkKind.ACCESS);
    observe(subscription(0).client("opencode/1.2.3"));

    assertThat(findings).isEmpty();
  }

  @Test
  void theVendorsOwnWordIsCriticalWhateverTheCredential() {
    observe(Requests.at(Requests.TUESDAY).answer(AnswerClass.CREDENTIAL_MISUSE).client(null));

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).severity()).isEqualTo(Severity.CRITICAL);
    assertThat(findings.get(0).explanation().get().evidence())
        .contains(Fact.of("answer", "credential-misuse"), Fact.of("client", "unknown"));
  }

  @Test
  void theVendorsOwnWordIsToldAgainAfterEverythingElse() {
    observe(subscription(0).client("opencode/1.2.3").user("a"));
    observe(subscription(1).user("b"));
    observe(subscription(2).user("c"));
    observe(subscription(3).user("d"));
    double most = findings.stream().mapToDouble(Finding::magnitude).max().orElseThrow();
    findings.clear();
    observe(subscription(4).answer(AnswerClass.CREDENTIAL_MISUSE));

    assertThat(findings.get(0).magnitude()).isGreaterThanOrEqualTo(2 * most);
  }

  @Test
  void tokensOfTwoUsersWithinADayAreCritical() {
    observe(subscription(0).user("jane"));
    observe(subscription(23 * HOUR).user("joe"));

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).severity()).isEqualTo(Severity.CRITICAL);
    assertThat(findings.get(0).explanation().get().evidence())
        .containsExactly(
            Fact.of("observed", 2),
            Fact.of("threshold", 2),
            Fact.of("unit", "users"),
            Fact.of("windowSeconds", 86_400),
            Fact.of("credential", "subscription"));
    assertThat(findings.get(0).explanation().get().summary())
        .isEqualTo("ci-bot carried Anthropic subscription tokens of 2 people within 24 hours");
  }

  @Test
  void twoUsersADayApartAreAHandover() {
    observe(subscription(0).user("jane"));
    observe(subscription(24 * HOUR).user("joe"));

    assertThat(findings).isEmpty();
  }

  @Test
  void sessionsAndDevicesOfOneAccountAreOnePerson() {
    observe(subscription(0).user("user_aa_account_0b8e-1_session_1"));
    observe(subscription(1).user("user_aa_account_0b8e-1_session_2"));
    observe(subscription(2).user("user_bb_account_0b8e-1_session_3"));
    observe(
        subscription(3)
            .user("{\"device_id\":\"cc\",\"account_uuid\":\"0b8e-1\",\"session_id\":\"4\"}"));

    assertThat(findings).isEmpty();
  }

  @Test
  void sessionsWithoutAnAccountNameNobody() {
    observe(subscription(0).user("user_aa_account__session_1"));
    observe(subscription(1).user("user_bb_account__session_2"));

    assertThat(findings).isEmpty();
  }

  @Test
  void onePersonUnderTheGatewaysNameAndTheClientsIsOnePerson() {
    observe(subscription(0).user("user_aa_account_0b8e-1_session_1"));
    observe(subscription(1).user("jane"));

    assertThat(findings).isEmpty();
  }

  @Test
  void twoAccountsInTheClientsOwnIdsAreTwoPeople() {
    observe(subscription(0).user("user_aa_account_0b8e-1_session_1"));
    observe(subscription(1).user("user_bb_account_0b8e-2_session_2"));

    assertThat(findings).hasSize(1);
  }

  @Test
  void homeOfficePhoneAndTrainAreOnePersons() {
    addresses(4);

    assertThat(findings).isEmpty();
  }

  @Test
  void fiveAddressesWarnAndTenAreCritical() {
    addresses(9);
    assertThat(findings).hasSize(5);
    assertThat(findings).extracting(Finding::severity).containsOnly(Severity.WARNING);
    findings.clear();
    addresses(10);

    Finding last = findings.get(findings.size() - 1);
    assertThat(last.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(last.magnitude()).isEqualTo(2);
    assertThat(last.explanation().get().evidence())
        .contains(Fact.of("observed", 10), Fact.of("threshold", 5), Fact.of("unit", "addresses"));
  }

  @Test
  void addressesOfOneHouseholdsIpv6BlockAreOne() {
    for (int i = 0; i < 50; i++) {
      observe(subscription(i).from("2001:db8:1:2::" + Integer.toHexString(i)));
    }
    assertThat(findings).isEmpty();
    for (int i = 0; i < 5; i++) {
      observe(subscription(i).from("2001:db8:1:" + (10 + i) + "::1"));
    }
    assertThat(findings).isNotEmpty();
  }

  @Test
  void declaredAndPrivateNetworksAreNoAddresses() {
    context = VendorSettings.key("anthropic", VendorSettings.SUBSCRIPTION, NetworkKind.DECLARED);
    addresses(20);
    context = VendorSettings.key("anthropic", VendorSettings.SUBSCRIPTION, null);
    addresses(20);

    assertThat(findings).isEmpty();
  }

  @Test
  void theOrderOfRecordsDoesNotMatter() {
    observe(subscription(23 * HOUR).user("joe"));
    observe(subscription(0).user("jane"));
    assertThat(findings).hasSize(1);
    findings.clear();

    observe(subscription(60 * HOUR).user("ann"));
    observe(subscription(30 * HOUR).user("jane"));
    assertThat(findings).isEmpty();
  }

  @Test
  void stateStaysBounded() {
    for (int i = 0; i < 10_000; i++) {
      observe(subscription(i).user("user-" + i).from("198.51." + i / 250 + "." + i % 250));
      observe(subscription(i).user("user_a_account_" + Integer.toHexString(i) + "_session_1"));
    }

    assertThat(state.subscriptions.users.values).hasSize(4);
    assertThat(state.subscriptions.people.values).hasSize(4);
    assertThat(state.subscriptions.addresses.values).hasSize(10);
  }

  private void addresses(int count) {
    for (int i = 1; i <= count; i++) {
      observe(subscription(i).from("203.0.113." + i));
    }
  }

  private static Requests subscription(long afterMillis) {
    return Requests.at(Requests.TUESDAY + afterMillis)
        .credential(Credential.SUBSCRIPTION)
        .client("claude-cli/2.1.14 (external, cli)");
  }

  private void observe(Requests request) {
    signal.observe(request.event(), state, context, findings::add);
  }
}
