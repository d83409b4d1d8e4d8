package io.banwatch.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Finding;
import io.banwatch.alert.Subject;
import io.banwatch.policy.PolicyReader;
import io.banwatch.policy.Settings;
import io.banwatch.usage.Tokens;
import io.banwatch.vendor.VendorProfiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pace signals that the policy switches off say nothing, and others go on. */
class PaceSwitchedOffTest {
  private static final Tokens LARGE = new Tokens(100_000, 0, 0, 20_000);

  @ParameterizedTest
  @CsvSource({"request-surge, 0, 1", "token-burst, 1, 0"})
  void aKeysSignalIsSilent(String off, int surge, int burst) {
    Settings settings = without(off);

    assertThat(key(new RequestSurge(), settings).isEmpty()).isEqualTo(surge == 0);
    assertThat(key(new TokenBurst(), settings).isEmpty()).isEqualTo(burst == 0);
  }

  @ParameterizedTest
  @CsvSource({"request-surge, 0, 1", "token-burst, 1, 0"})
  void anAccountsSignalIsSilent(String off, int surge, int burst) {
    Settings settings = without(off);

    assertThat(account(new AccountRequestSurge(), settings).isEmpty()).isEqualTo(surge == 0);
    assertThat(account(new AccountTokenBurst(), settings).isEmpty()).isEqualTo(burst == 0);
  }

  private static List<Finding> key(KeySignal signal, Settings settings) {
    KeyTraffic key = new KeyTraffic(signal, settings);
    key.sendDaily(3, 0, 10, Duration.ofMinutes(10));
    return key.with(LARGE).send(500, KeyTraffic.day(10.5), Duration.ofMinutes(1)).findings;
  }

  private static List<Finding> account(AccountSignal signal, Settings settings) {
    AccountState state = new AccountState();
    AccountContext context = new AccountContext(settings, VendorProfiles.builtIn().of("anthropic"));
    List<Finding> findings = new ArrayList<>();
    for (int day = 0; day < 10; day++) {
      signal.observe(sum(86_400.0 * day, 1), state, context, findings::add);
    }
    signal.observe(sum(86_400.0 * 10, 5_000), state, context, findings::add);
    return findings;
  }

  private static AccountActivity sum(double second, int requests) {
    AccountActivity one = Activities.sum(second, requests, requests);
    return new AccountActivity(
        one.kind(),
        one.vendor(),
        one.account(),
        one.deployment(),
        one.key(),
        one.keyAlias(),
        one.at(),
        requests,
        requests,
        one.at(),
        1_000L * requests,
        0,
        0,
        1_000L * requests,
        null,
        false,
        null,
        null,
        false,
        false);
  }

  private static Settings without(String signal) {
    return PolicyReader.fromText("schemaVersion: 1\nsignals: {" + signal + ": {enabled: false}}\n")
        .settingsFor(Subject.ofAccount("anthropic", Activities.ACCOUNT));
  }
}
