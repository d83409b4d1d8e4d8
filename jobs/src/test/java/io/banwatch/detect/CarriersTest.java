package io.banwatch.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.Explanation;
import io.banwatch.alert.Fact;
import io.banwatch.alert.Severity;
import io.banwatch.alert.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;

class CarriersTest {
  private static final long NOW = Activities.second(3_600);
  private static final String SURGE = "request-surge";

  private final CarriersState state = new CarriersState();
  private final Carriers carriers = new Carriers(state);

  @Test
  void theKeyThatRoseMostBeyondItsRecordCarriesItsShareOfTheAccountsRise() {
    carriers.see(sum("0123456789abcdef", "loop", NOW, 450));
    carriers.see(sum("fedcba9876543210", "other", NOW, 50));

    PaceCarrier carrier = carriers.largest(breach(600, 100));

    assertThat(carrier).isEqualTo(new PaceCarrier("0123456789abcdef", "loop#01234567", 0.9));
  }

  @Test
  void aShareIsNeverMoreThanAll() {
    carriers.see(sum("0123456789abcdef", null, NOW, 900));

    assertThat(carriers.largest(breach(600, 100)))
        .isEqualTo(new PaceCarrier("0123456789abcdef", "#01234567", 1));
  }

  @Test
  void aKeyBackBelowItsRecordsCarriesNothing() {
    carriers.see(sum("key-1", "loop", NOW, 450));
    carriers.see(Activities.sum(3_601, 1, 1, Activities.ACCOUNT, "deployment-1", "key-1"));

    assertThat(carriers.largest(breach(600, 100))).isNull();
    assertThat(state.risen).isEmpty();
  }

  @Test
  void aKeyThatRoseBeforeTheWindowCarriesNothing() {
    carriers.see(sum("key-1", "loop", NOW - 600_000, 450));

    assertThat(carriers.largest(breach(600, 100))).isNull();
  }

  @Test
  void anOpenAlertOfTheSameSignalTellsItWhenAsSevere() {
    carriers.see(line("a", AlertStatus.FIRING, Severity.WARNING, List.of()));

    assertThat(carriers.told(SURGE, "key-1", Severity.WARNING, List.of())).isTrue();
    assertThat(carriers.told(SURGE, "key-1", Severity.CRITICAL, List.of())).isFalse();
    assertThat(carriers.told("token-burst", "key-1", Severity.WARNING, List.of())).isFalse();
    assertThat(carriers.told(SURGE, "key-2", Severity.WARNING, List.of())).isFalse();
    assertThat(carriers.told(SURGE, "key-1", Severity.WARNING, List.of("a"))).isFalse();

    carriers.see(line("a", AlertStatus.RESOLVED, Severity.WARNING, List.of()));
    assertThat(carriers.told(SURGE, "key-1", Severity.WARNING, List.of())).isFalse();
  }

  @Test
  void whatIsPlannedForAKeyIsPlannedForItsAccount() {
    List<Fact> planned = List.of(Fact.of("plannedEvent", "launch"));
    carriers.see(line("a", AlertStatus.FIRING, Severity.INFO, planned));

    assertThat(carriers.told(SURGE, "key-1", Severity.CRITICAL, List.of())).isTrue();
  }

  @Test
  void stateStaysBounded() {
    for (int i = 0; i < 1_000; i++) {
      carriers.see(sum("key-" + i, null, NOW, 1));
      carriers.see(line("id-" + i, AlertStatus.FIRING, Severity.INFO, List.of()));
    }

    assertThat(state.risen).hasSize(Carriers.MOST_RISEN);
    assertThat(state.open).hasSize(Carriers.MOST_OPEN);
  }

  private static PaceBreach breach(long observed, double record) {
    return new PaceBreach(
        PaceMeasure.REQUESTS, PaceSpan.TEN_MINUTES, NOW, observed, 1, record, NOW, 0, 28, null);
  }

  private static AccountActivity sum(String key, String alias, long at, float more) {
    AboveRecord above = new AboveRecord();
    above.more[AboveRecord.place(PaceMeasure.REQUESTS, PaceSpan.TEN_MINUTES)] = more;
    return new AccountActivity(
        AccountActivity.Kind.SUM,
        "anthropic",
        Activities.ACCOUNT,
        null,
        key,
        alias,
        at,
        1,
        1,
        at,
        0,
        0,
        0,
        0,
        null,
        true,
        above,
        null,
        false,
        false);
  }

  private static Alert line(String id, AlertStatus status, Severity severity, List<Fact> facts) {
    return new Alert(
        id,
        1,
        status,
        severity,
        SURGE,
        new Subject("anthropic", Activities.ACCOUNT, "key-1", "loop", null),
        "policy",
        NOW,
        NOW,
        null,
        new Explanation("", "", facts, List.of()));
  }
}
