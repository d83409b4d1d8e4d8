package io.banwatch.detect;

import io.banwatch.alert.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How old the geo database was when a request came.
 *
 * @param builtAt when it was built, or null when unknown
 * @param days its age in days, 0 when it is newer than the request
 */
record GeoAge(Instant builtAt, long days) {
  /**
   * From this age on small distances are doubted. MaxMind publishes twice a week, and in a year
   * many blocks change hands.
   */
  private static final long OLD_DAYS = 365;

  /** Within this distance a place may be an old entry's error: the median radius of 2019. */
  static final double DOUBTED_KM = 500;

  static GeoAge at(Instant builtAt, long eventMillis) {
    if (builtAt == null) {
      return new GeoAge(null, 0);
    }
    Duration age = Duration.between(builtAt, Instant.ofEpochMilli(eventMillis));
    return new GeoAge(builtAt, Math.max(0, age.toDays()));
  }

  /** Whether it is too old to be believed about small distances. */
  boolean old() {
    return days > OLD_DAYS;
  }

  void addTo(List<Fact> evidence) {
    if (builtAt == null) {
      return;
    }
    evidence.add(Fact.at("geoBuiltAt", builtAt.toEpochMilli()));
    evidence.add(Fact.of("geoAgeDays", (double) days));
    if (old()) {
      evidence.add(
          Fact.of("geoNote", "the geo database is old: cities and networks may have moved since"));
    }
  }
}
