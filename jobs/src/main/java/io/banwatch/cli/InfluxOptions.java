package io.banwatch.cli;

import io.banwatch.store.InfluxAddress;
import io.banwatch.store.InfluxTrial;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where points are stored: what {@code replay} and {@code run} have in common. */
final class InfluxOptions {
  @Option(
      names = "--influx",
      paramLabel = "URL",
      description =
          "Stores points and alerts in this InfluxDB (1.8, 2.x), for dashboards:"
              + " http://HOST:PORT/DATABASE_OR_BUCKET. The token is in BANWATCH_INFLUX_TOKEN, the"
              + " organisation in BANWATCH_INFLUX_ORG, where it wants them. The database exists"
              + " (banwatch store setup makes it).")
  private String url;

  /**
   * Where points are stored.
   *
   * @param problems takes in what is wrong
   * @return null when nowhere, or when something is wrong
   */
  InfluxAddress address(Map<String, String> environment, List<String> problems) {
    if (url == null) {
      return null;
    }
    try {
      return InfluxAddress.parse(url, environment);
    } catch (IllegalArgumentException e) {
      problems.add(e.getMessage());
      return null;
    }
  }

  /** Asks whether points would be taken; for what cannot wait until they are. */
  void trial(Map<String, String> environment, List<String> problems) {
    InfluxAddress address = problems.isEmpty() ? address(environment, problems) : null;
    if (address != null) {
      InfluxTrial.problem(address, environment).ifPresent(problems::add);
    }
  }
}
