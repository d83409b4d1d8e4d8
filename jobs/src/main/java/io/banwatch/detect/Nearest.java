package io.banwatch.detect;

import io.banwatch.alert.Fact;
import io.banwatch.place.Place;
import java.util.List;

/**
 * The known place in another country that is nearest to a new one.
 *
 * @param known where
 * @param distanceKm between the centres of the accuracy circles
 * @param edgeKm between their edges, 0 when they overlap
 */
record Nearest(KnownPlace known, double distanceKm, double edgeKm) {
  /** The nearest, or null when no distance is known. */
  static Nearest to(Place place, List<KnownPlace> places) {
    if (!place.located() || place.country() == null) {
      return null;
    }
    Nearest nearest = null;
    for (KnownPlace known : places) {
      if (place.country().equals(known.country)) {
        continue;
      }
      double distance =
          GreatCircle.km(known.latitude, known.longitude, place.latitude(), place.longitude());
      double edge = Math.max(0, distance - known.radiusKm - place.radiusKm());
      if (nearest == null || edge < nearest.edgeKm) {
        nearest = new Nearest(known, distance, edge);
      }
    }
    return nearest;
  }

  /** Whether an old database may have invented the distance. */
  boolean doubted(GeoAge age) {
    return age.old() && age.small(edgeKm);
  }

  void addTo(List<Fact> evidence) {
    evidence.add(Fact.of("nearestKnown", PlaceWords.place(known.city, known.country)));
    evidence.add(Fact.of("distanceKm", Math.rint(distanceKm)));
    evidence.add(Fact.of("edgeDistanceKm", Math.rint(edgeKm)));
  }
}
