package io.banwatch.detect;

import io.banwatch.alert.Finding;
import io.banwatch.place.NetworkKind;
import io.banwatch.place.Place;
import io.banwatch.policy.GeoDoubt;
import io.banwatch.policy.PlaceSignal;
import io.banwatch.policy.Settings;
import io.banwatch.policy.Signals;
import io.banwatch.policy.TravelSignal;
import io.banwatch.usage.Credential;
import io.banwatch.usage.Tokens;
import io.banwatch.usage.UsageEvent;
import io.banwatch.vendor.AnswerClass;
import io.banwatch.vendor.AnsweredBy;
import io.banwatch.vendor.VendorProfile;
import io.banwatch.vendor.VendorProfiles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One key under one signal, used here and there. */
final class KeyInPlaces {
  static final Place BERLIN = home("DE", "Berlin", 52.52, 13.405, 20, 3320, "Deutsche Telekom AG");
  static final Place POTSDAM =
      home("DE", "Potsdam", 52.4, 13.066, 50, 6805, "Telefonica Germany GmbH");
  static final Place MUNICH = home("DE", "Munich", 48.137, 11.575, 20, 3209, "Vodafone GmbH");
  static final Place PARIS = home("FR", "Paris", 48.8566, 2.3522, 20, 3215, "Orange S.A.");
  static final Place NEW_YORK =
      home("US", "New York", 40.7128, -74.006, 50, 7922, "Comcast Cable Communications, LLC");
  static final Place TOKYO = home("JP", "Tokyo", 35.6895, 139.6917, 20, 2516, "KDDI CORPORATION");
  static final Place HONG_KONG = home("HK", "Central", 22.2908, 114.1501, 20, 4760, "HKT Limited");
  static final Place VIRGINIA =
      ofKind(
          "US", "Ashburn", 39.0481, -77.4728, 20, 14618, "Amazon.com, Inc.", NetworkKind.HOSTING);
  static final Place DUBLIN =
      ofKind("IE", "Dublin", 53.3338, -6.2488, 20, 16509, "Amazon.com, Inc.", NetworkKind.HOSTING);
  static final Place FALKENSTEIN =
      ofKind(
          "DE",
          "Falkenstein",
          50.475,
          12.365,
          20,
          24940,
          "Hetzner Online GmbH",
          NetworkKind.HOSTING);
  static final Place VPN_AMSTERDAM =
      ofKind("NL", "Amsterdam", 52.3109, 4.9453, 100, 9009, "M247 Ltd", NetworkKind.VPN);
  static final Place VPN_FRANKFURT =
      ofKind("DE", "Frankfurt am Main", 50.1109, 8.6821, 100, 9009, "M247 Ltd", NetworkKind.VPN);

  static final Instant MONDAY = Instant.parse("2026-11-02T09:00:00Z");
  static final Duration DAY = Duration.ofDays(1);
  static final Duration HOUR = Duration.ofHours(1);

  static final Instant NEW_DATABASE = Instant.parse("2026-10-20T00:00:00Z");
  static final Instant OLD_DATABASE = Instant.parse("2019-11-12T21:11:29Z");

  private final KeySignal signal;
  final KeyState state = new KeyState();
  Instant geoBuiltAt = NEW_DATABASE;
  String client = "anthropic-sdk-python/1.2";
  String key = "88dc28d0f030c55ed4ab77ed8faf098196cb1c05df778539800c9f1243fe6b4b";
  String address = "81.2.69.160";
  AnswerClass answerClass = AnswerClass.OK;
  AnsweredBy answeredBy = AnsweredBy.VENDOR;
  boolean enabled = true;
  int requestsBefore = 20;
  VendorProfile vendor = VendorProfiles.builtIn().of("anthropic");

  KeyInPlaces(KeySignal signal) {
    this.signal = signal;
  }

  static Place home(
      String country,
      String city,
      double latitude,
      double longitude,
      int radiusKm,
      long network,
      String name) {
    return ofKind(country, city, latitude, longitude, radiusKm, network, name, NetworkKind.ACCESS);
  }

  static Place ofKind(
      String country,
      String city,
      double latitude,
      double longitude,
      int radiusKm,
      long network,
      String name,
      NetworkKind kind) {
    return new Place(country, city, latitude, longitude, radiusKm, network, name, kind, false);
  }

  static Place declared(Place place) {
    return ofKind(
        place.country(),
        place.city(),
        place.latitude(),
        place.longitude(),
        place.radiusKm(),
        place.network(),
        place.networkName(),
        NetworkKind.DECLARED);
  }

  static Place overIpv6(Place place) {
    return new Place(
        place.country(),
        null,
        place.latitude() - 3,
        place.longitude() - 3,
        100,
        place.network(),
        place.networkName(),
        place.kind(),
        true);
  }

  /** Used for a moment; what the signal finds in it. */
  List<Finding> uses(Place place, Instant at) {
    return streams(place, at, at);
  }

  List<Finding> streams(Place place, Instant start, Instant end) {
    if (state.firstAt == 0) {
      state.firstAt = end.toEpochMilli();
    }
    List<Finding> findings = new ArrayList<>();
    KeyContext context = new KeyContext(settings(), vendor, place, false, geoBuiltAt);
    UsageEvent event = event(start.toEpochMilli(), end.toEpochMilli());
    signal.observe(event, state, context, findings::add);
    return findings;
  }

  /** Used so many times, a minute apart from each other; all that the signal finds. */
  List<Finding> works(Place place, Instant from, int times) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      findings.addAll(uses(place, from.plus(Duration.ofMinutes(i))));
    }
    return findings;
  }

  private Settings settings() {
    PlaceSignal place = new PlaceSignal(enabled, requestsBefore, 12);
    TravelSignal travel = new TravelSignal(enabled, 900, 100, 500, 500, 2, 12);
    return new Settings(
        new Signals(null, null, place, place, travel, place, null, null, null, null, null, null),
        null,
        null,
        new GeoDoubt(365, 500));
  }

  private UsageEvent event(long start, long end) {
    return new UsageEvent(
        1,
        0,
        start,
        end,
        key,
        null,
        null,
        null,
        vendor.id(),
        "unknown@anthropic",
        null,
        "claude-sonnet-5",
        Tokens.NONE,
        0,
        answerClass,
        answeredBy,
        client,
        Credential.API_KEY,
        address,
        false);
  }
}
