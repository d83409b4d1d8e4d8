package io.banwatch.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The store job over a directory that is complete, for other rooms' tests. */
public final class StoredOnce {
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

  private StoredOnce() {}

  /**
   * Stores metric log and alert log, and returns when all of it is stored.
   *
   * @param url {@code http://HOST:PORT/DATABASE_OR_BUCKET}
   * @param credentials as in a command's environment
   * @return how many points
   * @throws IllegalStateException when InfluxDB did not take one
   */
  public static long store(Path directory, String url, Map<String, String> credentials)
      throws Exception {
    Configuration options = new Configuration();
    options.set(PipelineOptions.OBJECT_REUSE, true);
    options.set(PipelineOptions.GENERIC_TYPES, false);
    options.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(options);
    environment.setParallelism(1);
    Map<String, String> with = new HashMap<>(credentials);
    with.keySet().retainAll(Set.of(InfluxAddress.TOKEN, InfluxAddress.ORG));
    Queue<String> messages = new ConcurrentLinkedQueue<>();
    StoreProgress progress = StoreProgress.register(messages::add);
    try {
      InfluxAddress address = InfluxAddress.parse(url, credentials);
      StoreJob.define(
          environment,
          new StoreSettings(directory, address, true, progress.name()),
          () -> InfluxClient.of(address, with, LONGEST_ANSWER));
      environment.execute("store");
      if (progress.rejected() > 0) {
        throw new IllegalStateException(String.join("\n", messages));
      }
      return progress.stored();
    } finally {
      progress.forget();
    }
  }
}
