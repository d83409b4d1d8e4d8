package io.banwatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banwatch.store.InfluxAddress;
import io.banwatch.store.ScriptedInflux;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person hears while a replay's points are stored. */
class StoringRunTest {
  private static final long DEADLINE_SECONDS = 120;
  private static final long LOOK_MILLIS = 20;
  private static final int POINTS = 100;

  @TempDir private Path out;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private ScriptedInflux server;
  private InfluxAddress address;

  @BeforeEach
  void begin() throws IOException {
    server = new ScriptedInflux();
    address = InfluxAddress.parse(server.url() + "/banwatch", Map.of());
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < POINTS; i++) {
      points
          .append(
              "{\"schemaVersion\":1,\"measurement\":\"account_usage\",\"time\":\"2026-11-03T14:10:")
          .append(10 + i % 50)
          .append(".000Z\",\"tags\":{\"account\":\"a")
          .append(i)
          .append("\"},\"fields\":{\"requests\":1}}\n");
    }
    Files.writeString(out.resolve("metrics.jsonl"), points);
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void anOutageIsToldWithHowManyWaitAndItsEndAndAllIsStored() throws Exception {
    server.answers(503, "engine is closed", null);
    CompletableFuture<Void> storing = CompletableFuture.runAsync(() -> run().run());
    await("points are not stored, 100 wait in " + out);
    await("InfluxDB at " + server.url() + " takes no points now (503 engine is closed)");
    server.answers(204, "", null);
    storing.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    assertThat(messages())
        .contains("InfluxDB takes points again, after ", "stored 100 points in " + address);
    assertThat(server.stored()).filteredOn(line -> !line.startsWith("#")).hasSize(POINTS);
  }

  @Test
  void whatIsTooMuchAtOnceOrTooEarlyIsStoredAllTheSame() throws Exception {
    server.answers(429, "slow down", "1");
    CompletableFuture<Void> storing = CompletableFuture.runAsync(() -> run().run());
    await("takes no points now (429 slow down) and asks to wait for 1 s");
    server.takesAtMost(30);
    server.answers(204, "", null);
    storing.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    assertThat(server.stored()).filteredOn(line -> !line.startsWith("#")).hasSize(POINTS);
    assertThat(messages()).contains("stored 100 points in " + address).doesNotContain("413");
  }

  @Test
  void pointsThatAreTooOldAreCountedAtTheEndWithTheWayOut() {
    server.answers(400, "partial write: points beyond retention policy dropped=100", null);
    run().run();
    assertThat(messages())
        .contains("stored 0 points in " + address + "; 100 were not taken")
        .contains("store: 100 points were refused: older than banwatch keeps points")
        .contains("CREATE DATABASE past")
        .contains("--influx " + server.url() + "/past");
  }

  @Test
  void whoMayNotWriteMidwayHearsWhatIsMissingAndHowToStoreItLater() {
    server.answers(403, "read only", null);
    assertThatThrownBy(() -> run().run())
        .isInstanceOf(CommandException.class)
        .hasMessage(
            "not every point is stored, 100 of 100 are not. InfluxDB at "
                + server.url()
                + " does not take points for banwatch (403 read only). May the token or the user"
                + " write to banwatch? What the replay found stands in "
                + out
                + ". To store it later: banwatch store --from "
                + out
                + " --influx "
                + address
                + ", which begins anew and stores nothing twice.");
  }

  private StoringRun run() {
    Terminal terminal =
        new Terminal(
            new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
            new PrintStream(err, true, UTF_8),
            "",
            0,
            false);
    // Ahead, so that an outage has lasted at once.
    Clock clock = Clock.offset(Clock.systemUTC(), OutageNews.SHORT);
    return new StoringRun(terminal, clock, out, address);
  }

  private String messages() {
    return err.toString(UTF_8);
  }

  private void await(String words) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    while (!messages().contains(words)) {
      assertThat(System.nanoTime()).as(messages()).isLessThan(until);
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }
}
