package io.banwatch.detect;

/**
 * Distances on the earth as a sphere, by the haversine formula (R. W. Sinnott, "Virtues of the
 * Haversine", Sky and Telescope 68, 1984): at most 0.6 % off the ellipsoid.
 */
final class GreatCircle {
  /** Mean radius of the earth, IUGG. */
  private static final double EARTH_KM = 6371.0088;

  /** The longest distance there is. */
  static final double HALF_WAY_ROUND_KM = Math.PI * EARTH_KM;

  private GreatCircle() {}

  /** Kilometres between two points in degrees. */
  static double km(double latitude, double longitude, double toLatitude, double toLongitude) {
    double north = Math.sin(Math.toRadians(toLatitude - latitude) / 2);
    double east = Math.sin(Math.toRadians(toLongitude - longitude) / 2);
    double chord =
        north * north
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(toLatitude))
                * east
                * east;
    return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
  }
}
