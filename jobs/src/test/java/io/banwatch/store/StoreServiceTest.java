package io.banwatch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banwatch.alert.Alert;
import io.banwatch.flow.FollowSettings;
import io.banwatch.service.DetectService;
import io.banwatch.service.ServiceDirectory;
import io.banwatch.service.ServiceException;
import io.banwatch.service.ServiceSettings;
import io.banwatch.service.StoreService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What an InfluxDB that is away, or wrong, does to detection: nothing. */
class StoreServiceTest {
  private static final long DEADLINE_SECONDS = 120;
  private static final long LOOK_MILLIS = 50;

  @RegisterExtension static final RealInfluxDb INFLUX = new RealInfluxDb();

  @TempDir private Path directory;
  private final Queue<Alert> alerts = new ConcurrentLinkedQueue<>();
  private final String database = RealInfluxDb.freshName();
  private Path out;
  private UsageLines usage;
  private Wire wire;
  private ServiceDirectory owned;
  private DetectService service;

  @BeforeEach
  void begin() throws Exception {
    Assumptions.assumeTrue(
        System.getenv().entrySet().containsAll(INFLUX.environment().entrySet()),
        "a service reads its token from its own environment: set " + INFLUX.environment());
    out = Files.createDirectories(directory.resolve("out"));
    usage = new UsageLines(directory.resolve("log").resolve("usage.jsonl"));
    wire = new Wire(INFLUX.url());
  }

  @AfterEach
  void end() throws Exception {
    if (service != null) {
      service.close();
      owned.close();
    }
    if (wire != null) {
      wire.close();
    }
  }

  @Test
  void whileInfluxDbIsAwayAlertsGoOnAndAfterwardsNothingIsMissing() throws Exception {
    INFLUX.make(database);
    wire.becomes(Wire.State.CUT);
    start();
    usage.append(100, 10);
    usage.appendAlarming("stranger");
    await(() -> alerts.size() == 1);
    await(() -> service.storeStatus().orElseThrow().trouble() != null);
    assertThat(service.status().running()).isTrue();
    await(() -> !service.metrics().contains("banwatch_store_outage_seconds 0.0"));
    await(() -> service.metrics().contains("banwatch_store_running 1.0"));
    assertThat(service.metrics())
        .contains("banwatch_log_unread_bytes{reader=\"store-alerts\"}", "banwatch_points_waiting");
    wire.becomes(Wire.State.WHOLE);
    await(() -> !INFLUX.rows(database, "SELECT alert_id FROM alert_changes").isEmpty());
    await(() -> service.metrics().contains("banwatch_store_outage_seconds 0.0"));
    assertThat(service.metrics()).contains("banwatch_points_stored_total");
    assertThatThrownBy(() -> StoreService.alone(out, address(), Duration.ofSeconds(1), words -> {}))
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("another banwatch stores the points");
  }

  @Test
  void aDatabaseThatIsMissingIsSaidAndOnceItIsMadeAllIsStored() throws Exception {
    start();
    usage.append(100, 10);
    usage.appendAlarming("stranger");
    await(() -> alerts.size() == 1);
    await(() -> service.storeStatus().orElseThrow().job().failure() != null);
    assertThat(service.storeStatus().orElseThrow().job().failure())
        .contains("does not take points for " + database, "banwatch store setup");
    assertThat(service.status().running()).isTrue();
    INFLUX.make(database);
    await(() -> !INFLUX.rows(database, "SELECT alert_id FROM alert_changes").isEmpty());
  }

  @Test
  void aProcessOfItsOwnGoesOnWhereAnotherStoppedStoring() throws Exception {
    INFLUX.make(database);
    StoredLogs logs = new StoredLogs(out);
    for (int round = 1; round <= 2; round++) {
      logs.append(500);
      try (StoreService alone =
          StoreService.alone(out, address(), Duration.ofSeconds(1), words -> {})) {
        int all = 500 * round;
        await(() -> stored() == all);
        await(() -> alone.status().unreadBytes() == 0);
        await(() -> alone.status().stored() >= 500);
        assertThat(alone.status().stored()).isEqualTo(500);
        assertThat(alone.stop()).isTrue();
      }
    }
  }

  private long stored() throws Exception {
    return INFLUX.rows(database, "SELECT count(requests) FROM account_usage").stream()
        .mapToLong(row -> row.get("count").asLong())
        .sum();
  }

  private void start() throws Exception {
    FollowSettings follow =
        new FollowSettings(
            List.of(directory.resolve("log").toString()),
            List.of(),
            out,
            "schemaVersion: 1",
            null,
            null,
            1,
            true);
    owned = ServiceDirectory.own(out);
    service =
        DetectService.start(
            new ServiceSettings(follow, "policy", Duration.ofSeconds(1), null, address()),
            owned,
            alerts::add,
            words -> {});
  }

  private InfluxAddress address() {
    return InfluxAddress.parse(wire.url() + "/" + database, INFLUX.environment());
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("within the deadline").isLessThan(until);
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }
}
