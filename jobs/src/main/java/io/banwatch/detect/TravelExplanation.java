package io.banwatch.detect;

import io.banwatch.alert.Explanation;
import io.banwatch.alert.Fact;
import io.banwatch.policy.TravelSignal;
import io.banwatch.usage.UsageEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells a person of a journey that nobody can have made. */
final class TravelExplanation {
  private static final String REASON =
      "One key at two places at once resembles a shared or stolen key, and what people whose"
          + " accounts were disabled report from the days before. No vendor publishes its rules.";

  private static final List<String> NEXT_STEPS =
      List.of(
          "Ask the key's owner who uses it at each of the two places.",
          "If nobody knows one of them, rotate the key at the gateway and read its requests from"
              + " there.",
          "If several people or machines share the key, give each its own.",
          "If one place is the company's own exit (office, VPN, NAT), declare its addresses under"
              + " `networks:` in the policy.");

  private TravelExplanation() {}

  static Explanation of(
      Journey journey, UsageEvent event, KeyState state, TravelSignal settings, GeoAge age) {
    List<Fact> evidence = new ArrayList<>();
    boolean apart = journey.gapMillis() > 0;
    if (apart) {
      evidence.add(Fact.of("observed", Math.rint(journey.speedKmh())));
    }
    evidence.add(Fact.of("threshold", settings.speedKmh()));
    evidence.add(Fact.of("unit", "km/h"));
    addEnd(evidence, "from", journey.from(), state.places, settings);
    addEnd(evidence, "to", journey.to(), state.places, settings);
    evidence.add(Fact.of("distanceKm", Math.rint(journey.distanceKm())));
    evidence.add(Fact.of("edgeDistanceKm", Math.rint(journey.edgeKm())));
    evidence.add(Fact.of("floorKm", settings.floorKm()));
    evidence.add(Fact.of("hours", Math.rint(journey.hours() * 1000) / 1000));
    if (apart) {
      evidence.add(Fact.of("speedKmh", Math.rint(journey.speedKmh())));
    }
    evidence.add(Fact.of("journeys", (double) state.places.journeys));
    PlaceWords.addHistory(evidence, state, event.endMillis());
    age.addTo(evidence);
    return new Explanation(summary(journey), REASON, evidence, NEXT_STEPS);
  }

  private static String summary(Journey journey) {
    String speed =
        journey.gapMillis() > 0
            ? String.format(Locale.ROOT, ", at least %,.0f km/h", journey.speedKmh())
            : "";
    return String.format(
        Locale.ROOT,
        "Used in %s and in %s %s: at least %s%s",
        PlaceWords.place(journey.from().city, journey.from().country),
        PlaceWords.place(journey.to().city, journey.to().country),
        PlaceWords.apart(journey.gapMillis()),
        PlaceWords.kilometres(journey.edgeKm()),
        speed);
  }

  private static void addEnd(
      List<Fact> evidence, String end, KnownPlace place, PlacesState places, TravelSignal travel) {
    String name = PlaceWords.networkName(places.networks, place.network);
    evidence.add(Fact.of(end, PlaceWords.place(place.city, place.country)));
    evidence.add(Fact.of(end + "Network", PlaceWords.network(place.network, name)));
    evidence.add(Fact.of(end + "NetworkKind", place.kind.word()));
    evidence.add(Fact.of(end + "RadiusKm", Journey.radius(place, travel)));
    boolean own = place.established(travel.establishedDays());
    evidence.add(Fact.of(end + "Known", own ? "the key's own place" : "not yet the key's own"));
  }
}
