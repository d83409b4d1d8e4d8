package io.banwatch.policy;

/**
 * Settings of {@code impossible-travel}.
 *
 * @param enabled whether the signal is judged at all
 * @param speedKmh faster than this is no journey; airliners cruise at about 900 km/h
 * @param floorKm shorter distances between the circles' edges are jitter of the geo database
 * @param establishedDays a place used on this many different days is the key's own
 * @param quietHours how long after the last finding an episode resolves
 */
public record TravelSignal(
    boolean enabled, double speedKmh, double floorKm, int establishedDays, int quietHours) {}
