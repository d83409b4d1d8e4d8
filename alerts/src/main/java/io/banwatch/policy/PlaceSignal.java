package io.banwatch.policy;

/**
 * Settings of {@code new-country}, {@code unsupported-region} and {@code new-network}.
 *
 * @param enabled whether the signal is judged at all
 * @param requestsBefore the key must have made this many requests from known places before
 * @param quietHours how long after the last finding an episode resolves
 */
public record PlaceSignal(boolean enabled, int requestsBefore, int quietHours) {}
