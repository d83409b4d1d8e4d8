package io.banwatch.measure;

import java.util.ArrayList;
import java.util.List;

/** The requests of a slice from one country and network. */
final class PlaceUse {
  private final String country;
  private final String network;
  private final List<KeyPlaces.Spot> spots = new ArrayList<>();
  private int requests;

  PlaceUse(String country, String network) {
    this.country = country;
    this.network = network;
  }

  void add(KeyPlaces.Spot spot) {
    spots.add(spot);
    requests += spot.requests();
  }

  String country() {
    return country;
  }

  String network() {
    return network;
  }

  int requests() {
    return requests;
  }

  /** The busiest address of the place with most requests; the first in order of their hashes. */
  KeyPlaces.Spot busiest() {
    KeyPlaces.Spot found = spots.get(0);
    if (spots.size() == 1) {
      return found;
    }
    int most = 0;
    for (KeyPlaces.Spot spot : spots) {
      int here = requestsAt(spot);
      if (here > most
          || (here == most
              && spot.at().place().equals(found.at().place())
              && spot.requests() > found.requests())) {
        most = here;
        found = spot;
      }
    }
    return found;
  }

  private int requestsAt(KeyPlaces.Spot place) {
    int sum = 0;
    for (KeyPlaces.Spot spot : spots) {
      sum += spot.at().place().equals(place.at().place()) ? spot.requests() : 0;
    }
    return sum;
  }
}
