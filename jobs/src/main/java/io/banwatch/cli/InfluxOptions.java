package io.banwatch.cli;

import io.banwatch.store.InfluxAddress;
import io.banwatch.store.InfluxTrial;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where points are stored: what {@code replay} and {@code run} have in common. */
final class InfluxOptions {
  /** What {@code --influx} takes. */
  static final String URL =
      "An InfluxDB (1.8, 2.x), http://HOST:PORT/DATABASE_OR_BUCKET. The token is in"
          + " BANWATCH_INFLUX_TOKEN (of 1.x: user:password), the organisation of 2.x in"
          + " BANWATCH_INFLUX_ORG.";

  @Option(
      names = "--influx",
      paramLabel = "URL",
      description = {
        "Stores points and alerts for dashboards: " + URL,
        "The database exists (banwatch store setup makes it)."
      })
  private String url;

  /**
   * Where points are stored.
   *
   * @param problems takes in what is wrong
   * @return null when nowhere, or when something is wrong
   */
  InfluxAddress address(Map<String, String> environment, List<String> problems) {
    return url == null ? null : parse(url, environment, problems);
  }

  /**
   * What an address says.
   *
   * @param problems takes in what is wrong
   * @return null when something is wrong
   */
  static InfluxAddress parse(String url, Map<String, String> environment, List<String> problems) {
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
