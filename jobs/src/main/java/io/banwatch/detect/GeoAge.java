package io.banwatch.detect;

import io.banwatch.alert.Fact;
import io.banwatch.policy.GeoDoubt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How old the geo database was when a request came.
 *
 * @param builtAt when it was built, or null when unknown
 * @param days its age in days, 0 when it is newer than the request
 * @param doubt from when on it is doubted
 */
record GeoAge(Instant builtAt, long days, GeoDoubt doubt) {
  static GeoAge at(KeyContext context, long eventMillis) {
    Instant builtAt = context.geoBuiltAt();
    GeoDoubt doubt = context.settings().geo();
    if (builtAt == null) {
      return new GeoAge(null, 0, doubt);
    }
    Duration age = Duration.between(builtAt, Instant.ofEpochMilli(eventMillis));
    return new GeoAge(builtAt, Math.max(0, age.toDays()), doubt);
  }

  /** Whether it is too old to be believed about small distances. */
  boolean old() {
    return days > doubt.oldDays();
  }

  /** Whether a distance is so small that an old entry's error may have made it. */
  boolean small(double km) {
    return km < doubt.withinKm();
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
