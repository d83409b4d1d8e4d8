package io.banwatch.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * Where one key was used. Each list has the newest first, and is bounded by {@link NewestFirst}.
 * Plain public fields as in {@link KeyState}; each signal keeps its own.
 */
public class PlacesState {
  /** Kept by {@link NewCountry}. */
  public List<KnownCountry> countries = new ArrayList<>();

  /** Requests from any country; kept by {@link NewCountry}. */
  public long countryRequests;

  /** Kept by {@link NewNetwork}. */
  public List<KnownNetwork> networks = new ArrayList<>();

  /** Requests from any network; kept by {@link NewNetwork}. */
  public long networkRequests;

  /** Kept by {@link ImpossibleTravel}. */
  public List<KnownPlace> places = new ArrayList<>();

  /** Kept by {@link UnsupportedRegion}. */
  public UnsupportedUse unsupported = new UnsupportedUse();

  /** Impossible journeys of the present episode; kept by {@link ImpossibleTravel}. */
  public int journeys;

  /** Event time of the newest of them, epoch milliseconds. */
  public long lastJourneyAt;
}
