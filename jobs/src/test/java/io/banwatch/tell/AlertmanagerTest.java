package io.banwatch.tell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.banwatch.alert.Alert;
import io.banwatch.policy.Receiver;
import io.banwatch.policy.ReceiverFormat;
import io.banwatch.policy.Telling;
import io.banwatch.webhook.Notice;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertmanagerTest {
  private static final long FIRING_MILLIS = TimeUnit.HOURS.toMillis(72);

  @TempDir private Path directory;

  @Test
  void anAlertFiresClimbsAndEndsInARealAlertmanager() throws Exception {
    try (Alertmanager manager = Alertmanager.start(directory)) {
      Receiver receiver = Receivers.at(ReceiverFormat.ALERTMANAGER, manager.url());
      Telling telling = new Telling(List.of(receiver), List.of(), "", 1, FIRING_MILLIS);
      try (NetworkCourier courier = NetworkCourier.of(telling, Map.of())) {
        long now = System.currentTimeMillis();
        Alert firing = ToldAlerts.firing("a", 1);
        assertThat(deliver(courier, receiver, Notice.of(firing), now)).isEqualTo(200);
        JsonNode told = only(manager);
        assertThat(told.at("/labels/alertname").asText()).isEqualTo("request-surge");
        assertThat(told.at("/labels/severity").asText()).isEqualTo("warning");
        assertThat(told.at("/status/state").asText()).isEqualTo("active");
        assertThat(Instant.parse(told.at("/endsAt").asText()).toEpochMilli())
            .isEqualTo(now + FIRING_MILLIS);

        Alert critical = ToldAlerts.critical("a", 2);
        assertThat(deliver(courier, receiver, Notice.after(firing, critical), now)).isEqualTo(200);
        assertThat(only(manager).at("/labels/severity").asText()).isEqualTo("critical");

        Alert resolved =
            ToldAlerts.alert(
                "a",
                3,
                io.banwatch.alert.AlertStatus.RESOLVED,
                io.banwatch.alert.Severity.CRITICAL,
                "org-1");
        assertThat(deliver(courier, receiver, Notice.after(critical, resolved), now))
            .isEqualTo(200);
        assertThat(manager.alerts()).isEmpty();
      }
    }
  }

  private static JsonNode only(Alertmanager manager) throws Exception {
    List<JsonNode> alerts = manager.alerts();
    assertThat(alerts).hasSize(1);
    return alerts.get(0);
  }

  private static int deliver(NetworkCourier courier, Receiver receiver, Notice notice, long now)
      throws InterruptedException {
    BlockingQueue<Answer> answers = new ArrayBlockingQueue<>(1);
    courier.deliver(receiver, notice, now, answers::add);
    Answer answer = answers.poll(1, TimeUnit.MINUTES);
    assertThat(answer).isNotNull();
    return answer.status();
  }
}
