package io.banwatch.store;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Asks whether an InfluxDB would take points, before a job depends on it. Stores nothing. */
public final class InfluxTrial {
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);

  private InfluxTrial() {}

  /**
   * What is wrong, a sentence or two; empty when points would be taken.
   *
   * @param environment for the token
   */
  public static Optional<String> problem(InfluxAddress address, Map<String, String> environment) {
    WriteAnswer answer = answer(address, environment, LONGEST_ANSWER);
    return answer.kind() == AnswerKind.STORED ? Optional.empty() : Optional.of(answer.sentence());
  }

  /**
   * The same, as it is said of an outage.
   *
   * @param longest how long an answer may take
   */
  public static Optional<StoreProgress.Trouble> trouble(
      InfluxAddress address, Map<String, String> environment, Duration longest) {
    long asked = System.currentTimeMillis();
    WriteAnswer answer = answer(address, environment, longest);
    return answer.kind() == AnswerKind.STORED
        ? Optional.empty()
        : Optional.of(new StoreProgress.Trouble(asked, answer.words(), answer.remedy()));
  }

  private static WriteAnswer answer(
      InfluxAddress address, Map<String, String> environment, Duration longest) {
    try (InfluxApi api = InfluxClient.of(address, environment, longest)) {
      return api.write(address.database(), InfluxLine.NOTHING);
    }
  }
}
