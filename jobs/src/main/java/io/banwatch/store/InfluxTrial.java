package io.banwatch.store;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks whether an InfluxDB would take points, before a job depends on it. Stores nothing. */
public final class InfluxTrial {
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);

  /** Line protocol knows comments. */
  private static final List<InfluxLine> NOTHING = List.of(InfluxLine.of("# banwatch", false));

  private InfluxTrial() {}

  /**
   * What is wrong, a sentence or two; empty when points would be taken.
   *
   * @param environment for the token
   */
  public static Optional<String> problem(InfluxAddress address, Map<String, String> environment) {
    try (InfluxApi api = InfluxClient.of(address, environment, LONGEST_ANSWER)) {
      WriteAnswer answer = api.write(address.database(), NOTHING);
      return switch (answer.kind()) {
        case STORED -> Optional.empty();
        case MISCONFIGURED -> Optional.of(answer.words());
        case PARTLY_STORED, REFUSED, TOO_LARGE, LATER, NO_HISTORY ->
            Optional.of(
                "InfluxDB at " + address.server() + " does not take points: " + answer.words());
      };
    }
  }
}
