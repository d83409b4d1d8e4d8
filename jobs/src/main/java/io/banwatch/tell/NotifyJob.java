package io.banwatch.tell;

import io.banwatch.lines.LineJob;
import io.banwatch.lines.LineNotices;
import io.banwatch.lines.LineSource;
import java.util.UUID;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The notify job: alert log in, deliveries out.
 *
 * <pre>
 * alert log ── addressing ──┐
 *                           ├── deliveries ── dead letters
 * redelivery ─ addressing ──┘
 * </pre>
 */
public final class NotifyJob {
  /** So many changes wait for one receiver at most; each is one episode's newest. */
  private static final int MOST_WAITING = 100_000;

  private NotifyJob() {}

  /**
   * Adds the job to the environment.
   *
   * @param settings what it follows, and whom it tells
   */
  public static void define(StreamExecutionEnvironment environment, NotifySettings settings) {
    WhoIsTold whoIsTold = new WhoIsTold(settings.policy(), settings.webhooks());
    Courier.Maker network = () -> NetworkCourier.of(whoIsTold.telling(), System.getenv());
    define(
        environment,
        settings,
        new DeliverySettings(
            whoIsTold, network, RetrySchedule.standard(), MOST_WAITING, settings.notices()));
  }

  /**
   * Draws the job by itself, for some cluster to run.
   *
   * @param configuration what the cluster and the job run with: checkpoints, restarts
   */
  public static JobGraph graph(NotifySettings settings, Configuration configuration) {
    return LineJob.graph(
        "banwatch notify", configuration, environment -> define(environment, settings));
  }

  static void define(
      StreamExecutionEnvironment environment,
      NotifySettings settings,
      DeliverySettings deliveries) {
    String listener = settings.notices();
    String gaps = UUID.randomUUID().toString();
    LineNotices losses = () -> LostAlerts.listener(gaps, Notices.of(listener));
    LineNotices notices = () -> Notices.of(listener);
    Source<byte[], ?, ?> log =
        LineSource.following(settings.alertLog(), "notify_alerts", settings.start(), losses);
    Source<byte[], ?, ?> redelivery =
        LineSource.following(
            settings.out().resolve(Redelivery.FILE),
            "notify_redelivery",
            StartAt.BEGINNING,
            notices);
    addressed(environment, log, "alert log", TellIds.ALERT_LOG, deliveries, gaps)
        .union(
            addressed(environment, redelivery, "redelivery", TellIds.REDELIVERY, deliveries, null))
        .keyBy(Addressed::receiver, Types.STRING)
        .transform(
            "deliveries", TypeInformation.of(DeadLetter.class), new DeliveriesFactory(deliveries))
        .uid(TellIds.DELIVERIES)
        .forceNonParallel()
        .sinkTo(new DeadLetterSink(settings.out(), settings.policy().alertLog()))
        .name("dead letters")
        .uid(TellIds.DEAD_LETTERS)
        .setParallelism(1);
  }

  private static DataStream<Addressed> addressed(
      StreamExecutionEnvironment environment,
      Source<byte[], ?, ?> source,
      String name,
      String uid,
      DeliverySettings deliveries,
      String gaps) {
    return environment
        .fromSource(
            source,
            WatermarkStrategy.noWatermarks(),
            name,
            PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
        .uid(uid)
        .setParallelism(1)
        .flatMap(new Addressing(deliveries.whoIsTold(), gaps, deliveries.notices()))
        .returns(TypeInformation.of(Addressed.class))
        .name("addressing of " + name)
        .uid(uid + TellIds.ADDRESSING)
        .setParallelism(1);
  }
}
