package io.banwatch.detect;

import io.banwatch.place.NetworkKind;
import io.banwatch.place.Place;
import java.util.Objects;

/** A spot on the map, in one network, at which a key was used. */
public class KnownPlace extends Sighting {
  /** ISO 3166 alpha-2 code, or null. */
  public String country;

  /** English name, or null when only the country is known. */
  public String city;

  /** Degrees. */
  public float latitude;

  /** Degrees. */
  public float longitude;

  /** Accuracy radius in kilometres, or 0 when unknown. */
  public int radiusKm;

  /** Autonomous system number, or 0 when unknown. */
  public long network;

  /** What kind of network. */
  public NetworkKind kind = NetworkKind.ACCESS;

  /** Whether its addresses are IPv6. */
  public boolean ipv6;

  /**
   * Start of the stay that ended with {@link #lastAt}, epoch milliseconds: requests that overlap
   * are one stay.
   */
  public long lastStart;

  static KnownPlace of(Place place) {
    KnownPlace known = new KnownPlace();
    known.country = place.country();
    known.city = place.city();
    known.latitude = (float) place.latitude();
    known.longitude = (float) place.longitude();
    known.radiusKm = place.radiusKm();
    known.network = place.network();
    known.kind = place.kind();
    known.ipv6 = place.ipv6();
    return known;
  }

  boolean is(Place place) {
    return network == place.network()
        && ipv6 == place.ipv6()
        && latitude == (float) place.latitude()
        && longitude == (float) place.longitude()
        && kind == place.kind()
        && radiusKm == place.radiusKm()
        && Objects.equals(country, place.country());
  }

  void stayed(long start, long end) {
    if (requests == 0 || start > lastAt) {
      lastStart = start;
    } else if (end >= lastStart) {
      lastStart = Math.min(lastStart, start);
    }
    seenAt(end);
  }
}
