package io.banwatch.detect;

import io.banwatch.alert.Fact;
import io.banwatch.place.Address;
import io.banwatch.place.NetworkKind;
import io.banwatch.place.Place;
import io.banwatch.usage.UsageEvent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Places, networks and distances as a person reads them. */
final class PlaceWords {
  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final double ROUNDED_FROM_KM = 1000;
  private static final double ROUNDED_TO_KM = 100;

  private PlaceWords() {}

  /** A country's English name with its code, for example {@code Sweden (SE)}. */
  static String country(String code) {
    if (code == null) {
      return "an unknown country";
    }
    String name = new Locale("", code).getDisplayCountry(Locale.ENGLISH);
    return name.equals(code) ? code : name + " (" + code + ")";
  }

  /** City and country, for example {@code Tumba, Sweden (SE)}. */
  static String place(String city, String country) {
    return city == null ? country(country) : city + ", " + country(country);
  }

  /** A network, for example {@code AS29518 Bredband2 AB}. */
  static String network(long number, String name) {
    if (number == 0) {
      return "a network without a number";
    }
    return name == null ? "AS" + number : "AS" + number + " " + name;
  }

  /** The name that the key's networks have for this number, or null. */
  static String networkName(List<KnownNetwork> networks, long number) {
    for (KnownNetwork network : networks) {
      if (network.number == number) {
        return network.name;
      }
    }
    return null;
  }

  /** What a network is to a reader, for example {@code a VPN}. */
  static String kind(NetworkKind kind) {
    return switch (kind) {
      case ACCESS -> "an access network";
      case HOSTING -> "a hosting network";
      case VPN -> "a VPN";
      case DECLARED -> "a declared network";
    };
  }

  /** The same of many, for example {@code access networks}. */
  static String kinds(NetworkKind kind) {
    return switch (kind) {
      case ACCESS -> "access networks";
      case HOSTING -> "hosting networks";
      case VPN -> "VPNs";
      case DECLARED -> "declared networks";
    };
  }

  /** Kilometres, rounded as far as geo databases can be trusted. */
  static String kilometres(double km) {
    double rounded =
        km < ROUNDED_FROM_KM ? Math.rint(km) : Math.rint(km / ROUNDED_TO_KM) * ROUNDED_TO_KM;
    return String.format(Locale.ROOT, "%,.0f km", rounded);
  }

  /** A time between two stays, for example {@code 40 min apart}. */
  static String apart(long millis) {
    if (millis < SECOND) {
      return "at the same time";
    }
    if (millis < 2 * MINUTE) {
      return millis / SECOND + " s apart";
    }
    return millis < 2 * HOUR
        ? millis / MINUTE + " min apart"
        : String.format(Locale.ROOT, "%.1f h apart", (double) millis / HOUR);
  }

  /** Adds where the request came from; of its address only the block. */
  static void addOrigin(List<Fact> evidence, UsageEvent event, Place place) {
    if (place.country() != null) {
      evidence.add(Fact.of("country", place.country()));
    }
    if (place.city() != null) {
      evidence.add(Fact.of("city", place.city()));
    }
    evidence.add(Fact.of("network", network(place.network(), place.networkName())));
    evidence.add(Fact.of("networkKind", place.kind().word()));
    if (event.address() != null) {
      Optional<Address> address = Address.parse(event.address());
      address.ifPresent(known -> evidence.add(Fact.of("addressBlock", known.block())));
    }
    if (event.client() != null) {
      evidence.add(Fact.of("client", event.client()));
    }
  }

  /** Adds for how long the key is known. */
  static void addHistory(List<Fact> evidence, KeyState state, long at) {
    long since = state.firstAt == 0 ? at : state.firstAt;
    long seconds = Math.max(0, at - since) / SECOND;
    evidence.add(Fact.of("historySeconds", (double) seconds));
  }
}
