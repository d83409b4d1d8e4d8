package io.banwatch.tell;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.policy.PolicyReader;
import io.banwatch.policy.Receiver;
import io.banwatch.webhook.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class NotifyJobTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final long DEADLINE_SECONDS = 120;
  private static final long LOOK_MILLIS = 20;

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(1)
              .build());

  @TempDir private Path directory;
  private AlertLogFile log;
  private ScriptedServer server;
  private JobClient job;

  @BeforeEach
  void begin() throws IOException {
    log = new AlertLogFile(directory);
    server = new ScriptedServer();
  }

  @AfterEach
  void end() throws Exception {
    if (job != null) {
      job.cancel().get();
    }
    server.close();
  }

  @Test
  void atTheFirstStartOpenEpisodesAreToldAndThenWhatComesAlsoAcrossARotation() throws Exception {
    log.append(ToldAlerts.firing("over", 1));
    log.append(ToldAlerts.resolved("over", 2));
    log.append(ToldAlerts.firing("open", 1));
    log.rotate();
    log.append(ToldAlerts.critical("open", 2));
    start(new Networked(), server.url("/ok"));
    await(() -> server.ids().size() == 1);
    log.rotate();
    log.append(ToldAlerts.resolved("open", 3));
    log.append(ToldAlerts.firing("new", 1));
    await(() -> server.ids().size() == 3);
    assertThat(server.ids()).containsExactlyInAnyOrder("open-2", "open-3", "new-1");
    assertThat(server.requests().get(0).body())
        .startsWith("{\"type\":\"alert.firing\",\"timestamp\":\"2023-11-14T22:13:22.000Z\"");
  }

  @Test
  void whatIsRefusedIsWrittenDownAndToldAgainWhenAsked() throws Exception {
    server.answers(400);
    start(new Networked(), server.url("/ok"));
    log.append(ToldAlerts.firing("a", 1));
    Path letters = directory.resolve(DeadLetters.FILE);
    await(() -> !lines(letters).isEmpty());
    DeadLetter letter =
        DeadLetters.read(lines(letters).get(0).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(letter.receiver()).isEqualTo("webhook");
    assertThat(letter.reason()).isEqualTo("refused");
    assertThat(letter.line()).isEqualTo(ToldAlerts.line(ToldAlerts.firing("a", 1)));
    server.answers(200);
    redeliver(letter);
    await(() -> server.ids().size() == 2);
    assertThat(server.ids()).containsExactly("a-1", "a-1");
  }

  @Test
  void whoRemovesWhatWasToldAgainHasLostNoAlerts() throws Exception {
    start(new Networked(), server.url("/ok"));
    redeliver(letter("a"));
    await(() -> server.ids().size() == 1);
    Files.delete(directory.resolve(Redelivery.FILE));
    redeliver(letter("b"));
    await(() -> server.ids().size() == 2);
    log.append(ToldAlerts.firing("c", 1));
    await(() -> server.ids().size() == 3);
    assertThat(server.ids()).containsExactly("a-1", "b-1", "c-1");
  }

  private static DeadLetter letter(String id) {
    String line = ToldAlerts.line(ToldAlerts.firing(id, 1));
    return new DeadLetter("webhook", id, 1, "refused", 400, "no", 1, line);
  }

  @Test
  void whenTheJobFailsAgainAndAgainNothingIsLostAndRepeatsKeepTheirIds() throws Exception {
    Failing.FAILURES.set(0);
    Failing.SENT.set(0);
    try (ScriptedServer dead = new ScriptedServer()) {
      dead.answers(503);
      start(new Failing(), server.url("/ok"), dead.url("/ok"));
      Set<String> last = new HashSet<>();
      for (int i = 0; i < 100; i++) {
        log.append(ToldAlerts.firing("e" + i, 1));
        last.add("e" + i + "-1");
        if (i % 40 == 39) {
          log.rotate();
        }
      }
      await(() -> new HashSet<>(server.ids()).containsAll(last));
      await(() -> Failing.FAILURES.get() >= 3);
      dead.answers(200);
      await(() -> new HashSet<>(dead.ids()).containsAll(last));
      assertThat(new HashSet<>(server.ids())).isEqualTo(last);
      assertThat(new HashSet<>(dead.ids())).isEqualTo(last);
      assertThat(lines(directory.resolve(DeadLetters.FILE))).isEmpty();
    }
  }

  private void start(Courier.Maker courier, String... webhooks) throws Exception {
    Configuration options = new Configuration();
    options.set(PipelineOptions.OBJECT_REUSE, true);
    options.set(PipelineOptions.GENERIC_TYPES, false);
    options.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    options.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(100));
    options.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    options.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        directory.resolve("checkpoints").toUri().toString());
    options.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    options.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1_000);
    options.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(50));
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(options);
    environment.setParallelism(1);
    List<String> addresses = List.of(webhooks);
    NotifyJob.define(
        environment,
        new NotifySettings(
            log.open(), directory, PolicyReader.builtIn(), addresses, StartAt.OPEN_EPISODES, null),
        new DeliverySettings(
            new WhoIsTold(PolicyReader.builtIn(), addresses),
            courier,
            new RetrySchedule(20, 200, 3_600_000),
            1_000,
            null));
    job = environment.executeAsync("notify");
  }

  private void redeliver(DeadLetter letter) throws IOException {
    try (AppendedFile again = AppendedFile.open(directory.resolve(Redelivery.FILE))) {
      again.append(DeadLetters.write(letter));
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("within the deadline").isLessThan(until);
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }

  private static final class Networked implements Courier.Maker {
    private static final long serialVersionUID = 1L;

    @Override
    public Courier make() {
      return network();
    }
  }

  private static Courier network() {
    WhoIsTold none = new WhoIsTold(PolicyReader.builtIn(), List.of());
    return NetworkCourier.of(none.telling(), Map.of("BANWATCH_WEBHOOK_SECRET", SECRET));
  }

  /** Fails the job now and then, after the message has left. */
  private static final class Failing implements Courier.Maker {
    private static final long serialVersionUID = 1L;
    private static final AtomicInteger SENT = new AtomicInteger();
    private static final AtomicInteger FAILURES = new AtomicInteger();
    private static final int EVERY = 60;
    private static final int MOST = 4;

    @Override
    public Courier make() {
      Courier network = network();
      return new Courier() {
        @Override
        public void deliver(Receiver receiver, Notice notice, long now, Consumer<Answer> answered) {
          network.deliver(receiver, notice, now, answered);
          if (SENT.incrementAndGet() % EVERY == 0 && FAILURES.incrementAndGet() <= MOST) {
            throw new IllegalStateException("the job fails, as this test wants it");
          }
        }

        @Override
        public String addressHash(Receiver receiver) {
          return network.addressHash(receiver);
        }

        @Override
        public void close() {
          network.close();
        }
      };
    }
  }
}
