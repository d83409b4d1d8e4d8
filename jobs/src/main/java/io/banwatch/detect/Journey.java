package io.banwatch.detect;

import io.banwatch.place.NetworkKind;
import io.banwatch.policy.TravelSignal;

/**
 * What a person would have travelled to use a key at two places.
 *
 * @param from where it was used first
 * @param to where it was used then, or at the same time
 * @param distanceKm between the centres of the accuracy circles
 * @param edgeKm between their edges: the least the person must have travelled
 * @param gapMillis from the end of the one stay to the start of the other; 0 when they overlap
 */
record Journey(KnownPlace from, KnownPlace to, double distanceKm, double edgeKm, long gapMillis) {
  private static final double HOUR_MILLIS = 3_600_000;

  /**
   * The journey between a place's newest stay and a request at another, whichever came first.
   *
   * @return null when nobody needs to have travelled, or can have travelled fast enough
   */
  static Journey impossible(
      KnownPlace known, KnownPlace here, long start, long end, TravelSignal settings) {
    long gap = Math.max(0, Math.max(start - known.lastAt, known.lastStart - end));
    double reachKm = settings.speedKmh() * gap / HOUR_MILLIS;
    if (reachKm >= GreatCircle.HALF_WAY_ROUND_KM || !travels(known, here, settings)) {
      return null;
    }
    double distance =
        GreatCircle.km(known.latitude, known.longitude, here.latitude, here.longitude);
    double edge = distance - radius(known, settings) - radius(here, settings);
    double floor =
        sameNetwork(known, here)
            ? Math.max(settings.floorKm(), settings.sameNetworkKm())
            : settings.floorKm();
    if (edge <= floor || edge <= reachKm) {
      return null;
    }
    boolean forward = known.lastStart <= start;
    return new Journey(forward ? known : here, forward ? here : known, distance, edge, gap);
  }

  private static boolean travels(KnownPlace known, KnownPlace here, TravelSignal settings) {
    if (known.established(settings.establishedDays())
        && here.established(settings.establishedDays())) {
      return false;
    }
    if (known.kind != NetworkKind.ACCESS && here.kind != NetworkKind.ACCESS) {
      return false; // servers and exits of VPNs stand still
    }
    if (!sameCountry(known, here)) {
      return true;
    }
    boolean oneHousehold = sameNetwork(known, here) && known.ipv6 != here.ipv6;
    boolean onlyCountryKnown = known.city == null || here.city == null;
    return !oneHousehold && !onlyCountryKnown;
  }

  /** The accuracy radius that is reckoned with, in kilometres. */
  static double radius(KnownPlace place, TravelSignal settings) {
    boolean coarse = place.city == null || place.radiusKm == 0;
    return coarse ? Math.max(place.radiusKm, settings.coarseRadiusKm()) : place.radiusKm;
  }

  private static boolean sameNetwork(KnownPlace one, KnownPlace other) {
    return one.network != 0 && one.network == other.network && sameCountry(one, other);
  }

  private static boolean sameCountry(KnownPlace one, KnownPlace other) {
    return one.country != null && one.country.equals(other.country);
  }

  /** Hours between the two stays. */
  double hours() {
    return gapMillis / HOUR_MILLIS;
  }

  /** The least speed, between the edges; infinite when the stays overlap. */
  double speedKmh() {
    return edgeKm / hours();
  }

  /** Whether both ends are homes, offices or phones. */
  boolean betweenPeople() {
    return from.kind == NetworkKind.ACCESS && to.kind == NetworkKind.ACCESS;
  }

  /** Whether one end was the key's own before the other was first seen. */
  boolean strangerToHome(int establishedDays) {
    return from.homeBefore(to, establishedDays) || to.homeBefore(from, establishedDays);
  }
}
