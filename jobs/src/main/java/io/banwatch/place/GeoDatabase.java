package io.banwatch.place;

import com.maxmind.geoip2.DatabaseReader;
import com.maxmind.geoip2.exception.GeoIp2Exception;
import com.maxmind.geoip2.model.AsnResponse;
import com.maxmind.geoip2.model.CityResponse;
import com.maxmind.geoip2.model.CountryResponse;
import com.maxmind.geoip2.record.Location;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Places from MaxMind databases ({@code .mmdb}): city with accuracy radius, country, network. Looks
 * up anew at each call, about 100,000 a second; {@link PlaceLookups} puts a cache before it.
 *
 * <p>The country is where the address is, never where its block is registered. A satellite
 * network's address has no coordinates, since they are those of a ground station.
 */
public final class GeoDatabase implements PlaceLookup {
  private static GeoDatabase bundled;

  private final DatabaseReader places;
  private final DatabaseReader networks;
  private final NetworkKinds kinds;
  private final boolean cities;
  private final String source;

  private GeoDatabase(DatabaseReader places, DatabaseReader networks, String source) {
    this.places = places;
    this.networks = networks;
    this.kinds = NetworkKinds.bundled();
    this.cities = GeoReaders.hasCities(places);
    this.source = source;
  }

  /**
   * GeoLite2 City and ASN of November 2019, from the class path; opened once for the process.
   *
   * @throws GeoDatabaseException when the class path lacks them
   */
  public static synchronized GeoDatabase bundled() {
    if (bundled == null) {
      bundled =
          new GeoDatabase(
              GeoReaders.openResource("/GeoLite2-City.mmdb"),
              GeoReaders.openResource("/GeoLite2-ASN.mmdb"),
              "GeoLite2-City");
    }
    return bundled;
  }

  /**
   * Opens a newer database. A Country database gives countries only. Where there is no ASN database
   * the bundled one names the networks, and {@link #source()} says so.
   *
   * @param path a City or Country file, or a directory that holds one, and if possible an ASN file
   * @throws GeoDatabaseException when it is missing, unreadable, no MaxMind database, or of a type
   *     that has no places
   */
  public static GeoDatabase open(Path path) {
    return open(GeoFiles.at(path));
  }

  static GeoDatabase open(GeoFiles files) {
    DatabaseReader places = GeoReaders.openPlaces(files.places());
    String name = places.metadata().databaseType();
    if (files.networks() == null) {
      return new GeoDatabase(
          places, bundled().networks, name + ", networks from the bundled GeoLite2-ASN of 2019");
    }
    return new GeoDatabase(places, GeoReaders.openNetworks(files.networks()), name);
  }

  @Override
  public Place find(String address) {
    Optional<Address> parsed = Address.parse(address);
    return parsed.isEmpty() ? null : find(parsed.get());
  }

  /** Where the address is; null when it is not public. */
  Place find(Address address) {
    if (!kinds.publicAddress(address)) {
      return null;
    }
    try {
      InetAddress numeric = address.toInetAddress();
      Optional<AsnResponse> network = networks.tryAsn(numeric);
      long system = network.map(AsnResponse::autonomousSystemNumber).orElse(0L);
      String name = network.map(AsnResponse::autonomousSystemOrganization).orElse(null);
      Place unplaced = unplaced(address, system, name);
      return cities ? byCity(numeric, unplaced) : byCountry(numeric, unplaced);
    } catch (IOException | GeoIp2Exception e) {
      throw new GeoDatabaseException(
          "geo database %s is damaged: %s; %s".formatted(source, e.getMessage(), GeoFiles.REMEDY),
          e);
    }
  }

  private Place unplaced(Address address, long system, String name) {
    return new Place(
        null,
        null,
        Double.NaN,
        Double.NaN,
        0,
        system,
        name,
        kinds.kindOf(address, system),
        address.ipv6());
  }

  private Place byCity(InetAddress address, Place unplaced) throws IOException, GeoIp2Exception {
    Optional<CityResponse> found = places.tryCity(address);
    if (found.isEmpty()) {
      return unplaced;
    }
    String country = found.get().country().isoCode();
    Location location = found.get().location();
    boolean located = location.latitude() != null && location.longitude() != null;
    // Coordinates without a country are the middle of a continent, which is no place to travel
    // from.
    if (!located || country == null || kinds.satellite(unplaced.network())) {
      return unplaced.inCountry(country);
    }
    return new Place(
        country,
        found.get().city().name(),
        location.latitude(),
        location.longitude(),
        location.accuracyRadius() == null ? 0 : location.accuracyRadius(),
        unplaced.network(),
        unplaced.networkName(),
        unplaced.kind(),
        unplaced.ipv6());
  }

  private Place byCountry(InetAddress address, Place unplaced) throws IOException, GeoIp2Exception {
    Optional<CountryResponse> found = places.tryCountry(address);
    return unplaced.inCountry(found.map(answer -> answer.country().isoCode()).orElse(null));
  }

  @Override
  public Instant builtAt() {
    return places.metadata().buildTime();
  }

  @Override
  public String source() {
    return source;
  }
}
