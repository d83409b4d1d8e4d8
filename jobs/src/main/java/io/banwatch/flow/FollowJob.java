package io.banwatch.flow;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertJson;
import io.banwatch.gateway.DecoderSettings;
import io.banwatch.gateway.Decoders;
import io.banwatch.log.DecoderFactory;
import io.banwatch.log.LogNotices;
import io.banwatch.log.LogSettings;
import io.banwatch.log.ReadProgress;
import io.banwatch.log.UsageLogSource;
import io.banwatch.policy.Policy;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/**
 * The detect job over a log that grows, for some cluster to run for ever. The graph is that of a
 * replay; what differs is that the log has no end and that what is written is appended.
 */
public final class FollowJob implements AutoCloseable {
  private static final int MOST_SUBTASKS = 128;

  private final UsageLogSource log;
  private final JobStatus status;
  private final String listening;
  private final JobGraph graph;

  /**
   * Draws the graph.
   *
   * @param settings what to follow
   * @param alerts hears of each alert line once it is written; called by the job's threads
   * @param configuration what the cluster and the job run with: checkpoints, restarts
   */
  public FollowJob(FollowSettings settings, Consumer<Alert> alerts, Configuration configuration) {
    Policy policy = settings.policy();
    DecoderSettings decoder =
        new DecoderSettings(settings.format(), null, policy.trustedProxies(), policy.trustedHops());
    log = log(settings, decoder);
    status = JobStatus.register();
    listening = Listeners.register(line -> alerts.accept((Alert) line));
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    // One subtask keeps a record in its thread; the decoding threads are the parallelism.
    environment.setParallelism(1);
    environment.setMaxParallelism(MOST_SUBTASKS);
    String geo = settings.geo() == null ? null : settings.geo().toString();
    Path out = settings.out();
    DetectJob.define(
        environment,
        log,
        new DetectSettings(
            policy, geo, settings.format(), status.name(), settings.metricLog(), log.token()),
        new LineFileSink<>(
            out.resolve("alerts.jsonl"), policy.alertLog(), true, AlertJson::write, listening),
        new LineFileSink<>(
            out.resolve("rejected.jsonl"), policy.alertLog(), false, new RejectionLine(), null),
        settings.metricLog()
            ? new LineFileSink<>(
                out.resolve("metrics.jsonl"), policy.metricLog(), false, line -> line, null)
            : null);
    StreamGraph drawn = environment.getStreamGraph();
    drawn.setJobName("banwatch detect");
    graph = drawn.getJobGraph();
  }

  private static UsageLogSource log(FollowSettings settings, DecoderSettings decoder) {
    LogSettings reading = LogSettings.defaults().withReaders(settings.readers());
    DecoderFactory decoders = () -> Decoders.decoder(decoder);
    return settings.history().isEmpty()
        ? UsageLogSource.following(settings.logs(), decoders, reading)
        : UsageLogSource.learningFrom(settings.history(), settings.logs(), decoders, reading);
  }

  /** What to submit. */
  public JobGraph graph() {
    return graph;
  }

  /** How the job does. */
  public JobStatus status() {
    return status;
  }

  /** What was noticed of the log's files. */
  public LogNotices notices() {
    return log.notices();
  }

  /** How far the log was read. */
  public ReadProgress progress() {
    return log.progress();
  }

  /** Forgets the listener and the progress; to be called once the job has ended. */
  @Override
  public void close() {
    Listeners.remove(listening);
    status.forget();
    log.forgetProgress();
  }
}
