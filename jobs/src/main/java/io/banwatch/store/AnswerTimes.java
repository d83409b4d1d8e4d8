package io.banwatch.store;

import java.time.Duration;

/**
 * How long a setup waits for an answer.
 *
 * @param usual of what takes InfluxDB a moment
 * @param filling of a query over a day of points
 */
record AnswerTimes(Duration usual, Duration filling) {
  static final AnswerTimes STANDARD =
      new AnswerTimes(Duration.ofSeconds(20), Duration.ofMinutes(10));
}
