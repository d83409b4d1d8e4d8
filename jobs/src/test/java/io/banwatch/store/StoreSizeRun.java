package io.banwatch.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.banwatch.metric.Measurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;

/**
 * Stores a directory's metric log in an InfluxDB of its own: how fast that is, and what it takes on
 * disk before and after downsampling; {@code src/test/store size}.
 */
final class StoreSizeRun {
  private static final String DATABASE = "banwatch";

  private StoreSizeRun() {}

  /**
   * Measures.
   *
   * @param arguments the directory that {@code banwatch replay --metric-log --out} wrote
   */
  public static void main(String[] arguments) throws Exception {
    Path logs = Path.of(arguments[0]);
    Path program = RealInfluxDb.program().orElseThrow();
    Path directory = Files.createTempDirectory("banwatch-size");
    try (InfluxServer server = InfluxServer.start(program, directory)) {
      InfluxAddress address = InfluxAddress.parse(server.url() + "/" + DATABASE, Map.of());
      InfluxSetup.at(address, Map.of()).run(false, words -> {});
      long began = System.nanoTime();
      StoreProgress stored =
          BoundedStore.run(logs, address, new Configuration(), System.out::println, progress -> {});
      double seconds = (System.nanoTime() - began) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%,d points in %.1f s: %,.0f points/s; %d refused%n",
          stored.stored(),
          seconds,
          stored.stored() / seconds,
          stored.rejected());
      say(new InfluxQl(address, Map.of(), Duration.ofMinutes(10)), "");
      InfluxSetup.at(address, Map.of()).run(true, words -> {});
      say(new InfluxQl(address, Map.of(), Duration.ofMinutes(10)), "history.");
      // A shard is compacted when the server has stopped and begun again and nobody writes to it.
      server.close();
      System.out.printf(
          Locale.ROOT,
          "on disk: points of ten seconds %,d kB, of five minutes %,d kB%n",
          kilobytes(directory, "autogen"),
          kilobytes(directory, "history"));
    }
    System.exit(0);
  }

  private static void say(InfluxQl influxQl, String policy) throws StoreException {
    for (Measurement measurement : Measurement.values()) {
      long most = 0;
      List<JsonNode> rows = influxQl.rows("SELECT count(*) FROM " + policy + measurement.word());
      for (JsonNode row : rows) {
        for (int i = 1; i < row.size(); i++) {
          most = Math.max(most, row.get(i).asLong());
        }
      }
      System.out.printf(Locale.ROOT, "  %s%s: %,d%n", policy, measurement.word(), most);
    }
  }

  private static long kilobytes(Path directory, String policy) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
              .filter(file -> file.toString().contains("/" + DATABASE + "/" + policy + "/"))
              .filter(Files::isRegularFile)
              .mapToLong(file -> file.toFile().length())
              .sum()
          / 1_000;
    }
  }
}
