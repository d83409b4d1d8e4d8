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
 * A key is used in a country in which it never was. Its first country is nobody's news, nor is any
 * before it is known well enough. The finding repeats until the country is the key's own.
 *
 * <p>Warning; info where little speaks for a stranger: a service's servers in one more country, a
 * key that is at home in several, or an old geo database and a known place close by. Never
 * critical: a country alone proves nothing.
 */
public final class NewCountry implements KeySignal {
  /** The signal's stable id. */
  public static final String ID = "new-country";

  /** A key that is at home in so many countries travels, or serves the world. */
  private static final int AT_HOME_IN_SEVERAL = 3;

  private static final String REASON =
      "A change of country resembles what people whose accounts were disabled report from the days"
          + " before. No vendor publishes its rules, and a journey looks the same as a stolen key.";

  private static final List<String> NEXT_STEPS =
      List.of(
          "Ask the key's owner whether they are there, or run something there.",
          "If nobody knows it, rotate the key at the gateway and read its requests since this"
              + " alert's start.",
          "If it is the company's own exit, declare its addresses under `networks:` in the policy.");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public void observe(
      UsageEvent event, KeyState state, KeyContext context, Consumer<Finding> findings) {
    Place place = context.place();
    if (!Whereabouts.shownBy(event, place) || place.country() == null) {
      return;
    }
    PlaceSignal settings = context.settings().signals().newCountry();
    int ownAfter = context.settings().signals().impossibleTravel().establishedDays();
    KnownCountry country = remember(state.places, place, settings, ownAfter);
    country.seenAt(event.endMillis());
    state.places.countryRequests++;
    if (!settings.enabled() || !country.pending(ownAfter)) {
      return;
    }
    GeoAge age = GeoAge.at(context, event.endMillis());
    Nearest nearest = Nearest.to(place, state.places.places);
    findings.accept(
        new Finding(
            ID,
            severity(place, state.places, age, nearest, ownAfter),
            Whereabouts.pending(state.places.countries, ownAfter),
            event.endMillis(),
            TimeUnit.HOURS.toMillis(settings.quietHours()),
            () -> explain(event, state, place, settings, age, nearest, ownAfter)));
  }

  private static KnownCountry remember(
      PlacesState places, Place place, PlaceSignal settings, int ownAfter) {
    List<KnownCountry> countries = places.countries;
    for (int i = 0; i < countries.size(); i++) {
      if (countries.get(i).code.equals(place.country())) {
        NewestFirst.front(countries, i);
        return countries.get(0);
      }
    }
    KnownCountry country = new KnownCountry();
    country.code = place.country();
    country.news =
        !countries.isEmpty()
            && Whereabouts.requestsFromKnown(places.countryRequests, countries, ownAfter)
                >= settings.requestsBefore();
    NewestFirst.add(countries, country, ownAfter);
    return country;
  }

  private static Severity severity(
      Place place, PlacesState places, GeoAge age, Nearest nearest, int ownAfter) {
    boolean servers =
        place.kind() == NetworkKind.HOSTING
            && Whereabouts.usualKind(places.networks, ownAfter) == NetworkKind.HOSTING;
    boolean doubted = nearest != null && nearest.doubted(age);
    long homes = places.countries.stream().filter(one -> one.established(ownAfter)).count();
    return servers || doubted || homes >= AT_HOME_IN_SEVERAL ? Severity.INFO : Severity.WARNING;
  }

  private static Explanation explain(
      UsageEvent event,
      KeyState state,
      Place place,
      PlaceSignal settings,
      GeoAge age,
      Nearest nearest,
      int ownAfter) {
    List<KnownCountry> countries = state.places.countries;
    long before = Whereabouts.requestsFromKnown(state.places.countryRequests, countries, ownAfter);
    String known =
        countries.stream()
            .filter(one -> !one.pending(ownAfter))
            .map(one -> one.code)
            .sorted()
            .collect(Collectors.joining(", "));
    List<Fact> evidence = new ArrayList<>();
    evidence.add(Fact.of("observed", place.country()));
    evidence.add(Fact.of("knownCountries", known));
    evidence.add(Fact.of("requestsBefore", (double) before));
    evidence.add(Fact.of("threshold", (double) settings.requestsBefore()));
    evidence.add(Fact.of("unit", "requests"));
    PlaceWords.addOrigin(evidence, event, place);
    if (nearest != null) {
      nearest.addTo(evidence);
    }
    PlaceWords.addHistory(evidence, state, event.endMillis());
    age.addTo(evidence);
    String summary =
        String.format(
            Locale.ROOT,
            "Used in %s through %s, where this key never was in %,d requests (known: %s)",
            PlaceWords.place(place.city(), place.country()),
            PlaceWords.kind(place.kind()),
            before,
            known);
    return new Explanation(summary, REASON, evidence, NEXT_STEPS);
  }
}
