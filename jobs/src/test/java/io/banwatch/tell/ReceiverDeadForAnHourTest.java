package io.banwatch.tell;

import static io.banwatch.tell.DeliveriesHarness.FLYING;
import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Alert;
import io.banwatch.policy.Policy;
import io.banwatch.policy.PolicyReader;
import io.banwatch.tell.DeliveriesHarness.Flight;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two receivers are dead for an hour, and a third is well; in its middle the job starts again. */
class ReceiverDeadForAnHourTest {
  private static final long MINUTE = 60_000;
  private static final Policy POLICY =
      PolicyReader.fromText(
          """
          schemaVersion: 1
          receivers:
            - {name: dead, format: slack, url: "http://localhost:1/"}
            - {name: digest, format: slack, url: "http://localhost:2/", digest: {groupSeconds: 60}}
            - {name: well, format: slack, url: "http://localhost:3/"}
          """);

  private final List<String> arrived = new ArrayList<>();
  private DeliveriesHarness job;

  @BeforeEach
  void begin() throws Exception {
    FLYING.clear();
    job = DeliveriesHarness.of(POLICY, ToldAlerts.START);
    job.begin();
  }

  @AfterEach
  void end() throws Exception {
    job.close();
    FLYING.clear();
  }

  @Test
  void theBacklogIsToldCompactlyAndInOrderAndNobodyElseNotices() throws Exception {
    ToIntFunction<Flight> away = flight -> flight.receiver().equals("well") ? 200 : 503;
    take(ToldAlerts.firing("before", 1));
    pass(MINUTE, flight -> 200);
    assertThat(arrived).containsExactly("dead before-1", "digest before-1", "well before-1");
    arrived.clear();

    take(ToldAlerts.firing("climbs", 2));
    pass(10 * MINUTE, away);
    take(ToldAlerts.firing("ends", 3));
    pass(10 * MINUTE, away);
    take(ToldAlerts.critical("climbs", 4));
    pass(10 * MINUTE, away);
    restart();
    take(ToldAlerts.resolved("ends", 5), ToldAlerts.resolved("before", 6));
    pass(20 * MINUTE, away);
    take(ToldAlerts.firing("late", 7));
    pass(10 * MINUTE, away);
    assertThat(arrived)
        .containsExactly(
            "well climbs-2",
            "well ends-3",
            "well climbs-4",
            "well ends-5",
            "well before-6",
            "well late-7");
    arrived.clear();

    pass(16 * MINUTE, flight -> 200);
    // One of those that wait is the first that is tried; when it arrives, the others follow at
    // once.
    assertThat(of("dead"))
        .containsExactlyInAnyOrder(
            "dead climbs-4", "dead meanwhile ends-5", "dead before-6", "dead late-7");
    assertThat(of("dead").subList(1, 4)).isSortedAccordingTo(ReceiverDeadForAnHourTest::bySequence);
    assertThat(of("digest")).containsExactly("digest digest climbs-4 ends-5 before-6 late-7");
    assertThat(of("well")).isEmpty();
    assertThat(job.letters()).isEmpty();
  }

  private void take(Alert... alerts) throws Exception {
    for (Alert alert : alerts) {
      job.take(alert);
    }
  }

  private void pass(long millis, ToIntFunction<Flight> status) throws Exception {
    job.pass(millis, status, flight -> arrived.add(flight.text()));
  }

  private void restart() throws Exception {
    OperatorSubtaskState state = job.snapshot(1, 1);
    long now = job.now();
    job.close();
    FLYING.clear();
    job = DeliveriesHarness.of(POLICY, now);
    job.initializeState(state);
    job.begin();
  }

  private List<String> of(String receiver) {
    return arrived.stream().filter(text -> text.startsWith(receiver + " ")).toList();
  }

  private static int bySequence(String one, String other) {
    return Character.compare(one.charAt(one.length() - 1), other.charAt(other.length() - 1));
  }
}
