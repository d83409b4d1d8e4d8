package io.banwatch.detect;

import io.banwatch.alert.Finding;
import io.banwatch.alert.Severity;
import io.banwatch.place.Place;
import io.banwatch.policy.TravelSignal;
import io.banwatch.usage.UsageEvent;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A key is used at two places between which nobody can have travelled in the time between. Every
 * request at another place than the last is judged against all known ones, whichever was first, so
 * that neither order nor number of places matters; a long stream keeps its place from its start to
 * its end. Only pairs of which one place is not the key's own are judged.
 *
 * <p>Warning; critical once people's networks show it again and again at places far apart, of which
 * one was the key's own before: two people use the key. Info where the database may err (old, and
 * the edges close), or for a key that is at home in many places.
 */
public final class ImpossibleTravel implements KeySignal {
  /** The signal's stable id. */
  public static final String ID = "impossible-travel";

  /** There and back and there again: no address of one person errs like that. */
  private static final int AGAIN_AND_AGAIN = 3;

  /** A key that is at home in so many places is shared by many people, or by many machines. */
  private static final int AT_HOME_IN_MANY = 5;

  /** The magnitude counts floors; a policy may set none. */
  private static final double SHORTEST_FLOOR_KM = 1;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public void observe(
      UsageEvent event, KeyState state, KeyContext context, Consumer<Finding> findings) {
    Place place = context.place();
    if (!Whereabouts.shownBy(event, place) || !place.located()) {
      return;
    }
    TravelSignal settings = context.settings().signals().impossibleTravel();
    List<KnownPlace> places = state.places.places;
    boolean stayed = !places.isEmpty() && places.get(0).is(place);
    KnownPlace here = stayed ? places.get(0) : remember(places, place, settings);
    here.stayed(event.startMillis(), event.endMillis());
    if (stayed || !settings.enabled()) {
      return;
    }
    Journey journey = longest(places, here, event, settings);
    if (journey == null) {
      return;
    }
    long quiet = TimeUnit.HOURS.toMillis(settings.quietHours());
    count(state.places, event.endMillis(), quiet);
    GeoAge age = GeoAge.at(context, event.endMillis());
    findings.accept(
        new Finding(
            ID,
            severity(journey, state.places, age, settings.establishedDays()),
            journey.edgeKm() / Math.max(settings.floorKm(), SHORTEST_FLOOR_KM),
            event.endMillis(),
            quiet,
            () -> TravelExplanation.of(journey, event, state, settings, age)));
  }

  private static KnownPlace remember(List<KnownPlace> places, Place place, TravelSignal settings) {
    for (int i = 1; i < places.size(); i++) {
      if (places.get(i).is(place)) {
        NewestFirst.front(places, i);
        return places.get(0);
      }
    }
    KnownPlace known = KnownPlace.of(place);
    NewestFirst.add(places, known, settings.establishedDays());
    return known;
  }

  private static Journey longest(
      List<KnownPlace> places, KnownPlace here, UsageEvent event, TravelSignal settings) {
    Journey longest = null;
    for (int i = 1; i < places.size(); i++) {
      Journey journey =
          Journey.impossible(places.get(i), here, event.startMillis(), event.endMillis(), settings);
      if (journey != null && (longest == null || journey.edgeKm() > longest.edgeKm())) {
        longest = journey;
      }
    }
    return longest;
  }

  private static void count(PlacesState places, long at, long quiet) {
    if (at - places.lastJourneyAt > quiet) {
      places.journeys = 0;
    }
    places.journeys++;
    places.lastJourneyAt = Math.max(places.lastJourneyAt, at);
  }

  private static Severity severity(
      Journey journey, PlacesState places, GeoAge age, int establishedDays) {
    boolean near = age.small(journey.edgeKm());
    long homes = places.places.stream().filter(one -> one.established(establishedDays)).count();
    if (homes >= AT_HOME_IN_MANY || (near && age.old())) {
      return Severity.INFO;
    }
    boolean twoPeople = journey.betweenPeople() && journey.strangerToHome(establishedDays) && !near;
    return twoPeople && places.journeys >= AGAIN_AND_AGAIN ? Severity.CRITICAL : Severity.WARNING;
  }
}
