package io.banwatch.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.Severity;
import io.banwatch.measure.KeySlicing;
import io.banwatch.place.PlaceLookups;
import io.banwatch.policy.Policy;
import io.banwatch.policy.PolicyReader;
import io.banwatch.usage.Credential;
import io.banwatch.usage.Requests;
import io.banwatch.vendor.VendorProfiles;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyDetectionTest {
  private static final long START = Requests.TUESDAY;
  private static final String UNKNOWN = "unknown@anthropic";

  private final KeyState state = new KeyState();
  private final Told told = new Told();

  @Test
  void aRequestWithoutAnAccountGoesByItsKeysLast() {
    KeyDetection detection = detection("schemaVersion: 1");
    detection.observe(Requests.at(START).event(), state, told);
    detection.observe(Requests.at(START + 6_000).account(UNKNOWN).event(), state, told);

    assertThat(told.activities)
        .extracting(AccountActivity::account)
        .containsExactly("org-1", "org-1");
  }

  @Test
  void anAlertOfAnUnknownAccountEndsWhenTheAccountIsKnown() {
    KeyDetection detection = detection("schemaVersion: 1");
    detection.observe(misuse(START).account(UNKNOWN).event(), state, told);
    detection.observe(misuse(START + 6_000).event(), state, told);

    assertThat(told.lines)
        .extracting(Alert::status, line -> line.subject().account())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(AlertStatus.FIRING, UNKNOWN),
            org.assertj.core.groups.Tuple.tuple(AlertStatus.RESOLVED, UNKNOWN),
            org.assertj.core.groups.Tuple.tuple(AlertStatus.FIRING, "org-1"));
    assertThat(told.lines.get(1).explanation().summary()).startsWith("Account known as org-1");
  }

  @Test
  void aPlannedEventLowersWhatItCalmsToInfoAndIsNamed() {
    KeyDetection detection =
        detection(
            """
            schemaVersion: 1
            planned:
              - name: client trial
                signals: [subscription-misuse]
                match: {key: "ci-*"}
                from: 2026-11-03T00:00:00Z
                until: 2026-11-04T00:00:00Z
            """);
    detection.observe(misuse(START + 1_000).event(), state, told);

    assertThat(told.lines).extracting(Alert::severity).containsExactly(Severity.INFO);
    assertThat(told.lines.get(0).explanation().summary()).contains("client trial");
  }

  @Test
  void requestsOfOneSliceReachTheAccountAsOneAndTheirSum() {
    KeyDetection detection = detection("schemaVersion: 1");
    for (int i = 0; i < 10; i++) {
      detection.observe(Requests.at(START + i).event(), state, told);
    }
    assertThat(told.activities).extracting(AccountActivity::requests).containsExactly(1);
    detection.quietUntil(START + 5_000, state, told);
    assertThat(told.activities).extracting(AccountActivity::requests).containsExactly(1, 9);
  }

  @Test
  void ofAHistoryNothingIsToldAndAllIsLearned() {
    KeyDetection detection = detection("schemaVersion: 1");
    detection.observe(misuse(START).event().asHistory(), state, told);
    for (int i = 1; i <= 30; i++) {
      detection.observe(
          Requests.at(START + i * 60_000L).from("81.2.69.160").event().asHistory(), state, told);
    }
    assertThat(told.lines).isEmpty();
    assertThat(told.activities).isNotEmpty().allMatch(AccountActivity::history);

    detection.observe(Requests.at(START + 3_600_000).from("133.242.0.1").event(), state, told);

    assertThat(told.lines).extracting(Alert::signal).contains("new-country");
  }

  private static Requests misuse(long at) {
    return Requests.at(at).client("opencode/1.2.3").credential(Credential.SUBSCRIPTION);
  }

  private static KeyDetection detection(String yaml) {
    Policy policy = PolicyReader.fromText(yaml);
    return new KeyDetection(
        policy,
        VendorProfiles.builtIn(),
        PlaceLookups.open(null, List.of()),
        DetectionSignals.ofKeys());
  }

  /** Keeps what it is told. */
  private static final class Told implements KeyDetection.Output {
    private final List<Alert> lines = new ArrayList<>();
    private final List<AccountActivity> activities = new ArrayList<>();

    @Override
    public void alert(Alert line) {
      lines.add(line);
    }

    @Override
    public void activity(AccountActivity activity) {
      activities.add(activity);
    }

    @Override
    public KeySlicing.Output measured() {
      throw new AssertionError("asked for where to measure, without a metric log");
    }
  }
}
