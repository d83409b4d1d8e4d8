package io.banwatch.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.banwatch.alert.AlertStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class StoreJobTest {
  private static final long DEADLINE_SECONDS = 120;
  private static final long LOOK_MILLIS = 20;

  @RegisterExtension static final RealInfluxDb INFLUX = new RealInfluxDb();

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(1)
              .build());

  @TempDir private Path directory;
  private StoredLogs logs;
  private String database;
  private Wire wire;
  private StoreRun run;

  @BeforeEach
  void begin() throws Exception {
    logs = new StoredLogs(directory);
    database = INFLUX.freshDatabase();
    wire = new Wire(INFLUX.url());
    InfluxAddress address = InfluxAddress.parse(wire.url() + "/" + database, INFLUX.environment());
    run = new StoreRun(directory, address, INFLUX.environment());
  }

  @AfterEach
  void end() throws Exception {
    run.close();
    wire.close();
  }

  @Test
  void aBoundedJobStoresEverythingAndEnds() throws Exception {
    logs.append(7_000);
    logs.rotate();
    logs.append(5);
    logs.append(StoredLogs.alert("a", 1, AlertStatus.FIRING, "org, \"1\""));
    logs.append(StoredLogs.alert("a", 2, AlertStatus.RESOLVED, "org, \"1\""));
    logs.append("metrics.jsonl", "{\"no\":\"point\"}\n");
    run.start(true, null);
    run.await();
    assertThat(stored()).isEqualTo(7_005);
    List<Map<String, JsonNode>> changes =
        INFLUX.rows(database, "SELECT * FROM alert_changes GROUP BY account");
    assertThat(changes).extracting(row -> row.get("firing").asInt()).containsExactly(1, 0);
    assertThat(changes.get(1).get("account").asText()).isEqualTo("org, \"1\"");
    assertThat(changes.get(1).get("api_key").asText()).isEqualTo("ci-bot#88dc0000");
    assertThat(changes.get(1).get("open_seconds").asInt()).isEqualTo(2);
    assertThat(changes.get(1).get("summary").asText()).endsWith("from 192.0.2.0/24.");
    assertThat(changes.get(1).get("next_step").asText()).isEqualTo("Ask a***@example.com.");
    assertThat(run.progress().stored()).isEqualTo(7_007);
    assertThat(run.progress().rejected()).isEqualTo(1);
    assertThat(run.progress().waiting()).isZero();
    assertThat(run.messages())
        .anyMatch(words -> words.contains("a line of metrics.jsonl cannot be stored"))
        .anyMatch(words -> words.contains("banwatch store setup"));
  }

  @Test
  void anOutageWithAStopAndAStartInItLosesNothingAndHoldsUpNoCheckpoint() throws Exception {
    logs.append(100);
    run.start(false, null);
    awaitStored(100);
    wire.becomes(Wire.State.CUT);
    logs.append(60_000);
    logs.rotate();
    logs.append(60_000);
    await(() -> trouble() != null && !run.progress().hasRoom());
    String savepoint = run.stop();
    run.close();
    logs.append(100);
    run.start(false, savepoint);
    await(() -> trouble() != null);
    logs.append(100);
    wire.becomes(Wire.State.WHOLE);
    awaitStored(120_300);
    await(() -> trouble() == null && run.progress().waiting() == 0);
  }

  @Test
  void aClosedFileGoesOnceItIsStored() throws Exception {
    logs.append(100);
    Path closed = logs.rotate();
    logs.append(100);
    run.start(false, null);
    awaitStored(200);
    await(() -> !Files.exists(closed));
  }

  @Test
  void whenAnswersAreLostTheSameIsSentAgainAndStoredOnce() throws Exception {
    run.start(false, null);
    wire.becomes(Wire.State.WITHOUT_ANSWER);
    logs.append(1_000);
    await(() -> trouble() != null);
    wire.becomes(Wire.State.SILENT);
    logs.append(1_000);
    await(() -> trouble().words().contains("no answer came in time"));
    wire.becomes(Wire.State.WHOLE);
    awaitStored(2_000);
  }

  private StoreProgress.Trouble trouble() {
    return run.progress().trouble(System.currentTimeMillis());
  }

  private void awaitStored(int points) throws Exception {
    await(() -> stored() == points);
  }

  private long stored() throws Exception {
    return INFLUX.rows(database, "SELECT count(requests) FROM account_usage").stream()
        .mapToLong(row -> row.get("count").asLong())
        .sum();
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("within the deadline").isLessThan(until);
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }
}
