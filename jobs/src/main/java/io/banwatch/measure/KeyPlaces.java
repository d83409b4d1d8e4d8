package io.banwatch.measure;

import io.banwatch.metric.FieldNames;
import io.banwatch.metric.Measurement;
import io.banwatch.metric.Point;
import io.banwatch.metric.PointBuilder;
import io.banwatch.metric.Tag;
import io.banwatch.metric.TagNames;
import io.banwatch.metric.TagText;
import io.banwatch.place.Place;
import io.banwatch.place.PlaceLookup;
import io.banwatch.text.TextHash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Where a key's requests of a slice came from, by country and network. */
final class KeyPlaces {
  /** What is beyond goes to one point without coordinates. */
  private static final int MOST = 16;

  /** An address and where it is. */
  record Spot(String address, int requests, Place place) {}

  private static final Comparator<PlaceUse> ORDER =
      Comparator.comparingInt((PlaceUse use) -> -use.requests())
          .thenComparing(PlaceUse::country)
          .thenComparing(PlaceUse::network);

  private final PlaceLookup places;

  KeyPlaces(PlaceLookup places) {
    this.places = places;
  }

  /** The public addresses among these. */
  List<Spot> of(SliceAddresses addresses) {
    List<Spot> spots = new ArrayList<>(addresses.addresses.length);
    for (int i = 0; i < addresses.addresses.length; i++) {
      Place place = places.find(addresses.addresses[i]);
      if (place != null) {
        spots.add(new Spot(addresses.addresses[i], addresses.requests[i], place));
      }
    }
    return spots;
  }

  /** Hashes of the countries that are known. */
  static long[] countries(List<Spot> spots) {
    return spots.stream()
        .map(spot -> spot.place().country())
        .filter(country -> country != null)
        .mapToLong(TextHash::of)
        .sorted()
        .distinct()
        .toArray();
  }

  /**
   * Makes the points of a slice.
   *
   * @param elsewhere requests from addresses that are not among the spots
   * @param tags the key's
   */
  static void write(
      long slice, List<Spot> spots, int elsewhere, List<Tag> tags, Consumer<Point> out) {
    List<PlaceUse> uses = new ArrayList<>();
    for (Spot spot : spots) {
      use(spot, uses).add(spot);
    }
    uses.sort(ORDER);
    int other = elsewhere;
    for (int i = 0; i < uses.size(); i++) {
      if (i < MOST) {
        out.accept(point(slice, uses.get(i), tags));
      } else {
        other += uses.get(i).requests();
      }
    }
    if (other > 0) {
      out.accept(
          builder(slice, TagNames.OTHER, TagNames.OTHER, tags)
              .with(FieldNames.REQUESTS, other)
              .build());
    }
  }

  private static PlaceUse use(Spot spot, List<PlaceUse> uses) {
    String country =
        spot.place().country() == null ? TagNames.UNKNOWN : TagText.plain(spot.place().country());
    String network = network(spot.place());
    for (PlaceUse use : uses) {
      if (use.country().equals(country) && use.network().equals(network)) {
        return use;
      }
    }
    PlaceUse begun = new PlaceUse(country, network);
    uses.add(begun);
    return begun;
  }

  private static String network(Place place) {
    if (place.network() == 0) {
      return TagNames.UNKNOWN;
    }
    String name = place.networkName() == null ? "" : " " + place.networkName();
    return TagText.plain("AS" + place.network() + name);
  }

  private static Point point(long slice, PlaceUse use, List<Tag> tags) {
    Spot busiest = use.busiest();
    Place place = busiest.place();
    PointBuilder point =
        builder(slice, use.country(), use.network(), tags)
            .with(FieldNames.REQUESTS, use.requests());
    if (place.located()) {
      point
          .with(FieldNames.LATITUDE, place.latitude())
          .with(FieldNames.LONGITUDE, place.longitude())
          .with(FieldNames.RADIUS_KM, place.radiusKm());
    }
    return point
        .with(FieldNames.CITY, place.city())
        .with(FieldNames.NETWORK_KIND, place.kind().word())
        .with(FieldNames.ADDRESS, busiest.address())
        .build();
  }

  private static PointBuilder builder(long slice, String country, String network, List<Tag> tags) {
    List<Tag> all = new ArrayList<>(tags);
    all.add(new Tag(TagNames.COUNTRY, country));
    all.add(new Tag(TagNames.NETWORK, network));
    return new PointBuilder(Measurement.KEY_PLACE, Slices.start(slice), all);
  }
}
