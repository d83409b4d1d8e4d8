package io.banwatch.detect;

import io.banwatch.place.NetworkKind;
import io.banwatch.place.Place;

/** A network from which a key was used; one that also hosts or sells VPNs counts apart by kind. */
public class KnownNetwork extends Sighting {
  /** Autonomous system number, or 0 when only the kind is known. */
  public long number;

  /** The autonomous system's organisation, or null. */
  public String name;

  /** What kind of network. */
  public NetworkKind kind = NetworkKind.ACCESS;

  /** ISO 3166 alpha-2 code of the country in which it was used first, or null. */
  public String country;

  static KnownNetwork of(Place place) {
    KnownNetwork network = new KnownNetwork();
    network.number = place.network();
    network.name = place.networkName();
    network.kind = place.kind();
    network.country = place.country();
    return network;
  }

  boolean is(Place place) {
    return number == place.network() && kind == place.kind();
  }
}
