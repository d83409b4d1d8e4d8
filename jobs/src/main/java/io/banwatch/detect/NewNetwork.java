package io.banwatch.detect;

import io.banwatch.alert.Explanation;
import io.banwatch.alert.Fact;
import io.banwatch.alert.Finding;
import io.banwatch.alert.Severity;
import io.banwatch.place.NetworkKind;
import io.banwatch.place.Place;
import io.banwatch.policy.PlaceSignal;
import io.banwatch.usage.UsageEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A key is used from a network it never was in. Its first is nobody's news, nor is any before the
 * key is known well enough, nor one more of a kind of which it uses many. The finding repeats until
 * the network is the key's own.
 *
 * <p>Info for an access network in a known country; silent in a country that is as new, since
 * {@code new-country} tells that record with its network. Hosting: warning for a key that is used
 * from access networks, info in a new country, told there already, and for a service. VPN: warning,
 * critical for a person's key that left its countries by it (unless an old geo database may err),
 * info where a VPN is the usual.
 */
public final class NewNetwork implements KeySignal {
  /** The signal's stable id. */
  public static final String ID = "new-network";

  /** A key that uses so many networks of a kind moves about: one more is no news. */
  private static final int MANY = 5;

  private static final String REASON =
      "A change of network, to a VPN or a rented server above all, resembles what people whose"
          + " accounts were disabled report from the days before, and the first use of a stolen key."
          + " No vendor publishes its rules, and the company's own exits look the same.";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public void observe(
      UsageEvent event, KeyState state, KeyContext context, Consumer<Finding> findings) {
    Place place = context.place();
    if (!Whereabouts.shownBy(event, place) || nameless(place)) {
      return;
    }
    PlaceSignal settings = context.settings().signals().newNetwork();
    int ownAfter = context.settings().signals().impossibleTravel().establishedDays();
    List<KnownNetwork> networks = state.places.networks;
    KnownNetwork network = remember(state.places, place, settings, ownAfter);
    network.seenAt(event.endMillis());
    state.places.networkRequests++;
    if (!settings.enabled() || !network.pending(ownAfter)) {
      return;
    }
    NetworkKind usual = Whereabouts.usualKind(networks, ownAfter);
    boolean abroad = !countryKnown(networks, place, ownAfter);
    if (place.kind() == NetworkKind.ACCESS && abroad) {
      return;
    }
    GeoAge age = GeoAge.at(context, event.endMillis());
    Nearest nearest = abroad ? Nearest.to(place, state.places.places) : null;
    boolean farAbroad = abroad && (nearest == null || !nearest.doubted(age));
    findings.accept(
        new Finding(
            ID,
            severity(context.vendor().personal(event.client()), place, usual, abroad, farAbroad),
            Whereabouts.pending(networks, ownAfter),
            event.endMillis(),
            TimeUnit.HOURS.toMillis(settings.quietHours()),
            () -> explain(event, state, place, settings, usual, age, ownAfter)));
  }

  private static boolean nameless(Place place) {
    return place.network() == 0 && place.kind() == NetworkKind.ACCESS;
  }

  private static KnownNetwork remember(
      PlacesState places, Place place, PlaceSignal settings, int ownAfter) {
    List<KnownNetwork> networks = places.networks;
    for (int i = 0; i < networks.size(); i++) {
      if (networks.get(i).is(place)) {
        NewestFirst.front(networks, i);
        return networks.get(0);
      }
    }
    KnownNetwork network = KnownNetwork.of(place);
    network.news =
        !networks.isEmpty()
            && Whereabouts.requestsFromKnown(places.networkRequests, networks, ownAfter)
                >= settings.requestsBefore()
            && !oneOfMany(networks, place.kind());
    NewestFirst.add(networks, network, ownAfter);
    return network;
  }

  private static boolean oneOfMany(List<KnownNetwork> networks, NetworkKind kind) {
    int same = 0;
    for (KnownNetwork network : networks) {
      same += network.kind == kind ? 1 : 0;
    }
    return kind != NetworkKind.VPN && same >= MANY;
  }

  private static boolean countryKnown(List<KnownNetwork> networks, Place place, int ownAfter) {
    for (KnownNetwork network : networks) {
      if (!network.pending(ownAfter)
          && network.country != null
          && network.country.equals(place.country())) {
        return true;
      }
    }
    return false;
  }

  private static Severity severity(
      boolean personal, Place place, NetworkKind usual, boolean abroad, boolean farAbroad) {
    boolean residential = usual == NetworkKind.ACCESS;
    return switch (place.kind()) {
      case ACCESS, DECLARED -> Severity.INFO;
      case HOSTING -> residential && !abroad ? Severity.WARNING : Severity.INFO;
      case VPN -> {
        if (usual == NetworkKind.VPN) {
          yield Severity.INFO;
        }
        yield personal && residential && farAbroad ? Severity.CRITICAL : Severity.WARNING;
      }
    };
  }

  private static Explanation explain(
      UsageEvent event,
      KeyState state,
      Place place,
      PlaceSignal settings,
      NetworkKind usual,
      GeoAge age,
      int ownAfter) {
    List<KnownNetwork> networks = state.places.networks;
    long before = Whereabouts.requestsFromKnown(state.places.networkRequests, networks, ownAfter);
    String network = PlaceWords.network(place.network(), place.networkName());
    String known =
        networks.stream()
            .filter(one -> !one.pending(ownAfter))
            .map(one -> PlaceWords.network(one.number, one.name))
            .collect(Collectors.joining(", "));
    List<Fact> evidence = new ArrayList<>();
    evidence.add(Fact.of("observed", network));
    evidence.add(Fact.of("knownNetworks", known));
    evidence.add(Fact.of("usualNetworkKind", usual.word()));
    evidence.add(Fact.of("requestsBefore", (double) before));
    evidence.add(Fact.of("threshold", (double) settings.requestsBefore()));
    evidence.add(Fact.of("unit", "requests"));
    PlaceWords.addOrigin(evidence, event, place);
    PlaceWords.addHistory(evidence, state, event.endMillis());
    age.addTo(evidence);
    String summary =
        String.format(
            Locale.ROOT,
            "Used through %s, %s, in %s; in %,d requests this key came through %s",
            PlaceWords.kind(place.kind()),
            network,
            PlaceWords.place(place.city(), place.country()),
            before,
            PlaceWords.kinds(usual));
    return new Explanation(summary, REASON, evidence, nextSteps(place.kind()));
  }

  private static List<String> nextSteps(NetworkKind kind) {
    List<String> steps = new ArrayList<>();
    steps.add("Ask the key's owner whether they know this network.");
    if (kind == NetworkKind.VPN) {
      steps.add(
          "Ask them to work without a private VPN: to a vendor, its users look like strangers.");
    }
    steps.add(
        "If nobody knows it, rotate the key at the gateway and read its requests from there.");
    steps.add(
        "If it is the company's own exit, declare its addresses under `networks:` in the policy.");
    return steps;
  }
}
