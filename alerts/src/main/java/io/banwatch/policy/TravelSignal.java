package io.banwatch.policy;

/**
 * Settings of {@code impossible-travel}.
 *
 * @param enabled whether the signal is judged at all
 * @param speedKmh faster than this is no journey; airliners cruise at about 900 km/h
 * @param floorKm shorter distances between the circles' edges are jitter of the geo database
 * @param sameNetworkKm the same for two places of one network and country: carriers hand out
 *     addresses of other cities
 * @param coarseRadiusKm radius of a place of which no city or no accuracy radius is known (500: the
 *     median radius of GeoLite2 City of 2019 over 40,000 random IPv4 addresses)
 * @param establishedDays a place used on this many different days is the key's own, at or above 1;
 *     the other place signals ask the same
 * @param quietHours how long after the last finding an episode resolves
 */
public record TravelSignal(
    boolean enabled,
    double speedKmh,
    double floorKm,
    double sameNetworkKm,
    double coarseRadiusKm,
    int establishedDays,
    int quietHours) {}
