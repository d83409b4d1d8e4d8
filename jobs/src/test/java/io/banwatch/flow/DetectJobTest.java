package io.banwatch.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertJson;
import io.banwatch.alert.Severity;
import io.banwatch.policy.PolicyReader;
import io.banwatch.usage.Credential;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Position;
import io.banwatch.usage.Reason;
import io.banwatch.usage.Rejection;
import io.banwatch.usage.Requests;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job over a log that a test writes. It calls itself bounded and does not end, so event time
 * never walks: what comes out needs nothing but what was written.
 */
class DetectJobTest {
  private static final long PATIENCE_SECONDS = 30;
  private static final long START = Requests.TUESDAY;

  private final OpenLog log = new OpenLog(Boundedness.BOUNDED);
  private final JobStatus status = JobStatus.register();
  private final BlockingQueue<Alert> alerts = new LinkedBlockingQueue<>();
  private final String listening = Listeners.register(line -> alerts.add((Alert) line));
  private JobClient job;
  private long offset;

  @TempDir private Path out;

  @BeforeEach
  void start() throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
    DetectJob.define(
        environment,
        log,
        new DetectSettings(PolicyReader.builtIn(), null, null, status.name(), false, null),
        new JsonLinesSink<>(out.resolve("alerts.jsonl"), AlertJson::write, listening),
        new JsonLinesSink<>(out.resolve("rejected.jsonl"), new RejectionLine(), null),
        null);
    job = environment.executeAsync("test");
  }

  @AfterEach
  void stop() throws Exception {
    job.cancel().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    Listeners.remove(listening);
    status.forget();
    log.forget();
  }

  @Test
  void aKeysAlertLeavesBeforeAnyFurtherRecordComes() throws Exception {
    write(Requests.at(START));
    write(Requests.at(START + 1));
    write(
        Requests.at(START + 2)
            .key("person")
            .client("opencode/1.2.3")
            .credential(Credential.SUBSCRIPTION));
    assertThat(next().signal()).isEqualTo("subscription-misuse");
    write(
        Requests.at(START + 3)
            .key("other")
            .client("opencode/1.2.3")
            .credential(Credential.SUBSCRIPTION));
    assertThat(next().changedAt()).isEqualTo(START + 3);
    assertThat(status.accepted()).isEqualTo(4);
    assertThat(status.newestEventMillis()).hasValue(START + 3);
    assertThat(status.alerts()).isEqualTo(Map.of(Severity.CRITICAL, 2L));
  }

  @Test
  void aFeedOfWhichNothingIsUnderstoodIsToldAtOnce() throws Exception {
    for (int i = 0; i < 20; i++) {
      log.write(
          LogRecord.rejected(
              new Rejection(position(), Reason.NOT_JSON, null, "a comma is missing")));
    }
    assertThat(next().signal()).isEqualTo("feed-unreadable");
    assertThat(status.rejected()).isEqualTo(Map.of(Reason.NOT_JSON, 20L));
    assertThat(status.newestEventMillis()).isEmpty();
  }

  private Alert next() throws InterruptedException {
    Alert alert = alerts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(job.getJobExecutionResult()).as("the job").isNotCompletedExceptionally();
    assertThat(alert).as("an alert within %d s", PATIENCE_SECONDS).isNotNull();
    return alert;
  }

  private void write(Requests request) {
    log.write(LogRecord.of(position(), request.event(), 0));
  }

  private Position position() {
    return new Position("log", offset++, 1, -1);
  }
}
