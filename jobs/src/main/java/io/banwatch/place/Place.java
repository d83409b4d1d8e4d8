package io.banwatch.place;

/**
 * Where an address is, as far as the geo database knows. Lives in keyed state.
 *
 * @param country ISO 3166 alpha-2 code, or null
 * @param city English name, or null
 * @param latitude degrees, -90 to 90; NaN when unknown
 * @param longitude degrees, -180 to 180; NaN when unknown
 * @param radiusKm accuracy radius around the coordinates, within which the address is with 67 %
 *     confidence (MaxMind's documentation of {@code accuracy_radius}); 0 when unknown
 * @param network autonomous system number, or 0 when unknown
 * @param networkName the autonomous system's organisation, or null
 * @param kind what kind of network it is
 * @param ipv6 whether the address is IPv6
 */
public record Place(
    String country,
    String city,
    double latitude,
    double longitude,
    int radiusKm,
    long network,
    String networkName,
    NetworkKind kind,
    boolean ipv6) {
  /** Whether the coordinates are known. */
  public boolean located() {
    return !Double.isNaN(latitude) && !Double.isNaN(longitude);
  }

  Place inCountry(String code) {
    return new Place(code, city, latitude, longitude, radiusKm, network, networkName, kind, ipv6);
  }

  Place asDeclared() {
    return new Place(
        country,
        city,
        latitude,
        longitude,
        radiusKm,
        network,
        networkName,
        NetworkKind.DECLARED,
        ipv6);
  }
}
