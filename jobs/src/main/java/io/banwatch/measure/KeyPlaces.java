package io.banwatch.measure;

import io.banwatch.metric.FieldNames;
import io.banwatch.metric.Measurement;
import io.banwatch.metric.Members;
import io.banwatch.metric.PointWriter;
import io.banwatch.metric.TagNames;
import io.banwatch.place.Place;
import io.banwatch.place.PlaceLookup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Where a key's requests of a slice came from, by country and network. */
final class KeyPlaces {
  /** What is beyond goes to one point without coordinates. */
  private static final int MOST = 16;

  /** How many addresses are remembered; a power of two. About 10 MB when full. */
  private static final int REMEMBERED = 1 << 14;

  /** An address and how many requests came from it. */
  record Spot(PlacedAddress at, int requests) {}

  private static final Comparator<PlaceUse> ORDER =
      Comparator.comparingInt((PlaceUse use) -> -use.requests())
          .thenComparing(PlaceUse::country)
          .thenComparing(PlaceUse::network);

  private final PlaceLookup places;
  private final Members others = PlacedAddress.tags(TagNames.OTHER, TagNames.OTHER);

  /** Each at the slot of its hash: its texts are slow to clean, and keys seldom move. */
  private final PlacedAddress[] remembered = new PlacedAddress[REMEMBERED];

  KeyPlaces(PlaceLookup places) {
    this.places = places;
  }

  /** The public addresses among these. */
  List<Spot> of(SliceAddresses addresses) {
    List<Spot> spots = new ArrayList<>(addresses.addresses.length);
    for (int i = 0; i < addresses.addresses.length; i++) {
      PlacedAddress at = find(addresses.addresses[i]);
      if (at != null) {
        spots.add(new Spot(at, addresses.requests[i]));
      }
    }
    return spots;
  }

  private PlacedAddress find(String address) {
    int hash = address.hashCode();
    int slot = (hash ^ (hash >>> 16)) & (REMEMBERED - 1);
    PlacedAddress known = remembered[slot];
    if (known != null && known.address().equals(address)) {
      return known;
    }
    Place place = places.find(address);
    if (place == null) {
      return null;
    }
    PlacedAddress found = PlacedAddress.of(address, place);
    remembered[slot] = found;
    return found;
  }

  /** Hashes of the countries that are known, rising. */
  static long[] countries(List<Spot> spots) {
    long[] hashes = new long[spots.size()];
    int count = 0;
    for (Spot spot : spots) {
      if (spot.at().countryHash() != 0) {
        hashes[count++] = spot.at().countryHash();
      }
    }
    long[] known = Arrays.copyOf(hashes, count);
    return count < 2 ? known : Arrays.stream(known).sorted().distinct().toArray();
  }

  /**
   * Writes the points of a slice.
   *
   * @param elsewhere requests from addresses that are not among the spots
   * @param key the key's tags
   */
  void write(long slice, List<Spot> spots, int elsewhere, Members key, PointWriter out) {
    int other = elsewhere;
    if (spots.size() == 1) {
      write(slice, spots.get(0).at(), spots.get(0).requests(), key, out);
    } else {
      List<PlaceUse> uses = uses(spots);
      for (int i = 0; i < uses.size(); i++) {
        if (i < MOST) {
          write(slice, uses.get(i).busiest().at(), uses.get(i).requests(), key, out);
        } else {
          other += uses.get(i).requests();
        }
      }
    }
    if (other > 0) {
      out.begin(Measurement.KEY_PLACE, Slices.start(slice), key, others)
          .with(FieldNames.REQUESTS, other)
          .end();
    }
  }

  private static void write(
      long slice, PlacedAddress at, int requests, Members key, PointWriter out) {
    out.begin(Measurement.KEY_PLACE, Slices.start(slice), key, at.tags())
        .with(FieldNames.REQUESTS, requests)
        .with(at.fields())
        .end();
  }

  private static List<PlaceUse> uses(List<Spot> spots) {
    List<PlaceUse> uses = new ArrayList<>();
    for (Spot spot : spots) {
      use(spot.at(), uses).add(spot);
    }
    uses.sort(ORDER);
    return uses;
  }

  private static PlaceUse use(PlacedAddress at, List<PlaceUse> uses) {
    for (PlaceUse use : uses) {
      if (use.country().equals(at.country()) && use.network().equals(at.network())) {
        return use;
      }
    }
    PlaceUse begun = new PlaceUse(at.country(), at.network());
    uses.add(begun);
    return begun;
  }
}
