package io.banwatch.simulate.world;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Public networks that simulated requests come from. City, country and autonomous system are those
 * of GeoLite2 of 2019-11-19 for every address of the block; a test checks each against the
 * database, and hosting and VPN blocks against the lists of X4BNet/lists_vpn of 2026-08-22.
 */
public enum Network {
  BERLIN_TELEKOM(
      "Berlin",
      "DE",
      "Europe/Berlin",
      3320,
      NetworkUse.HOME,
      "217.250.160.0/20",
      "2003:ec:2000::/36"),
  BERLIN_VODAFONE(
      "Berlin",
      "DE",
      "Europe/Berlin",
      31334,
      NetworkUse.HOME,
      "91.64.0.0/21",
      "2a02:8109:9000::/38"),
  MUNICH_TELEKOM(
      "Munich",
      "DE",
      "Europe/Berlin",
      3320,
      NetworkUse.HOME,
      "217.237.80.0/20",
      "2003:cb:c000::/37"),
  PARIS_ORANGE(
      "Paris",
      "FR",
      "Europe/Paris",
      3215,
      NetworkUse.HOME,
      "86.242.48.0/20",
      "2a01:cb00:1000::/38"),
  PARIS_FREE(
      "Paris",
      "FR",
      "Europe/Paris",
      12322,
      NetworkUse.HOME,
      "78.192.32.0/20",
      "2a01:e35:1390::/45"),
  LONDON_VIRGIN("London", "GB", "Europe/London", 5089, NetworkUse.HOME, "82.13.104.0/21", null),
  DUBLIN_VIRGIN("Dublin", "IE", "Europe/Dublin", 6830, NetworkUse.HOME, "109.255.128.0/20", null),
  WARSAW_UPC("Warsaw", "PL", "Europe/Warsaw", 6830, NetworkUse.HOME, "89.70.48.0/20", null),
  MADRID_TELEFONICA(
      "Madrid", "ES", "Europe/Madrid", 3352, NetworkUse.HOME, "176.85.208.0/20", null),
  NEW_YORK_CHARTER(
      "New York", "US", "America/New_York", 12271, NetworkUse.HOME, "66.65.96.0/19", null),
  CHICAGO_COMCAST(
      "Chicago",
      "US",
      "America/Chicago",
      7922,
      NetworkUse.HOME,
      "73.58.96.0/19",
      "2601:249:8400::/38"),
  SEATTLE_COMCAST(
      "Seattle",
      "US",
      "America/Los_Angeles",
      7922,
      NetworkUse.HOME,
      "24.18.208.0/20",
      "2601:602:8c00::/38"),
  SAN_FRANCISCO_COMCAST(
      "San Francisco",
      "US",
      "America/Los_Angeles",
      7922,
      NetworkUse.HOME,
      "24.5.64.0/21",
      "2601:645:8400::/38"),
  SAN_FRANCISCO_SONIC(
      "San Francisco",
      "US",
      "America/Los_Angeles",
      46375,
      NetworkUse.HOME,
      "135.180.64.0/19",
      null),
  TORONTO_ROGERS("Toronto", "CA", "America/Toronto", 812, NetworkUse.HOME, "99.224.160.0/20", null),
  TOKYO_NTT(
      "Tokyo", "JP", "Asia/Tokyo", 4713, NetworkUse.HOME, "114.148.24.0/21", "2400:4030:a400::/38"),
  HANOI_VNPT(
      "Hanoi",
      "VN",
      "Asia/Ho_Chi_Minh",
      45899,
      NetworkUse.HOME,
      "123.27.0.0/20",
      "2001:ee0:4280::/42"),
  SINGAPORE_SINGTEL(
      "Singapore", "SG", "Asia/Singapore", 9506, NetworkUse.HOME, "115.66.0.0/20", null),
  MOSCOW_ROSTELECOM(
      "Moscow", "RU", "Europe/Moscow", 42610, NetworkUse.HOME, "37.110.64.0/19", null),
  HONG_KONG_HKT("Central", "HK", "Asia/Hong_Kong", 4760, NetworkUse.HOME, "1.64.48.0/20", null),
  BEIJING_UNICOM("Beijing", "CN", "Asia/Shanghai", 4808, NetworkUse.HOME, "111.200.0.0/16", null),
  BERLIN_OFFICE("Berlin", "DE", "Europe/Berlin", 3320, NetworkUse.OFFICE, "217.94.240.0/20", null),
  PARIS_OFFICE("Paris", "FR", "Europe/Paris", 3215, NetworkUse.OFFICE, "81.249.160.0/20", null),
  LONDON_OFFICE("London", "GB", "Europe/London", 2856, NetworkUse.OFFICE, "194.73.236.0/22", null),
  SAN_FRANCISCO_OFFICE(
      "San Francisco", "US", "America/Los_Angeles", 7018, NetworkUse.OFFICE, "104.7.8.0/21", null),
  ASHBURN_AWS("Ashburn", "US", "America/New_York", 14618, NetworkUse.HOSTING, "3.208.0.0/12", null),
  DUBLIN_AWS("Dublin", "IE", "Europe/Dublin", 16509, NetworkUse.HOSTING, "34.240.0.0/13", null),
  SINGAPORE_AWS(
      "Singapore", "SG", "Asia/Singapore", 16509, NetworkUse.HOSTING, "18.140.0.0/14", null),
  AMSTERDAM_AZURE(
      "Amsterdam", "NL", "Europe/Amsterdam", 8075, NetworkUse.HOSTING, "13.80.0.0/15", null),
  NEW_YORK_DIGITALOCEAN(
      "New York", "US", "America/New_York", 14061, NetworkUse.HOSTING, "107.170.0.0/17", null),
  LONDON_DIGITALOCEAN(
      "London", "GB", "Europe/London", 14061, NetworkUse.HOSTING, "138.68.160.0/19", null),
  BERLIN_VPN(
      "Berlin", "DE", "Europe/Berlin", 9009, NetworkUse.VPN, "37.120.217.0/24", "2001:ac8:36::/48"),
  PARIS_VPN("Paris", "FR", "Europe/Paris", 9009, NetworkUse.VPN, "37.120.158.0/24", null),
  LONDON_VPN("London", "GB", "Europe/London", 9009, NetworkUse.VPN, "37.120.133.0/24", null),
  NEW_YORK_VPN("New York", "US", "America/New_York", 9009, NetworkUse.VPN, "37.120.138.0/23", null);

  private final String city;
  private final String country;
  private final String zone;
  private final long system;
  private final NetworkUse use;
  private final String ipv4;
  private final String ipv6;

  Network(
      String city,
      String country,
      String zone,
      long system,
      NetworkUse use,
      String ipv4,
      String ipv6) {
    this.city = city;
    this.country = country;
    this.zone = zone;
    this.system = system;
    this.use = use;
    this.ipv4 = ipv4;
    this.ipv6 = ipv6;
  }

  /** English name of the city. */
  public String city() {
    return city;
  }

  /** ISO 3166 alpha-2 code. */
  public String country() {
    return country;
  }

  /** IANA name of the time zone. */
  public String zone() {
    return zone;
  }

  /** Autonomous system number. */
  public long system() {
    return system;
  }

  public NetworkUse use() {
    return use;
  }

  /** The IPv4 block in CIDR notation. */
  public String ipv4() {
    return ipv4;
  }

  /** The IPv6 block in CIDR notation, or null. */
  public String ipv6() {
    return ipv6;
  }

  /** One of its IPv4 addresses. */
  public String address4(UniformRandomProvider random) {
    return AddressBlock.of(ipv4).address(random);
  }

  /** One of its IPv6 addresses, or an IPv4 address where it has none. */
  public String address6(UniformRandomProvider random) {
    return AddressBlock.of(ipv6 == null ? ipv4 : ipv6).address(random);
  }

  /** All networks of one use, in the table's order. */
  public static List<Network> of(NetworkUse use) {
    return Arrays.stream(values()).filter(network -> network.use == use).toList();
  }

  /** A network of that use in the same city, else the same country, else the use's first. */
  public Network nearest(NetworkUse wanted) {
    List<Network> candidates = of(wanted);
    return candidates.stream()
        .filter(network -> network != this && network.city.equals(city))
        .findFirst()
        .or(
            () ->
                candidates.stream()
                    .filter(network -> network != this && network.country.equals(country))
                    .findFirst())
        .orElse(candidates.get(candidates.get(0) == this ? 1 : 0));
  }
}
