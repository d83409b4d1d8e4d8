package io.banwatch.place;

import java.time.Instant;

/** Answers where an address is. Implementations cache, and are thread-safe. */
public interface PlaceLookup {
  /**
   * Where the address is.
   *
   * @param address an IPv4 or IPv6 address in text
   * @return the place, with null or NaN for what is not known; null when the address is not public
   */
  Place find(String address);

  /** When the geo database was built. */
  Instant builtAt();

  /** The database's own name, for example {@code GeoLite2-City}. */
  String source();
}
