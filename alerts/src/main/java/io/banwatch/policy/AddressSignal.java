package io.banwatch.policy;

/**
 * Settings of {@code address-useless}.
 *
 * @param enabled whether the signal is judged at all
 * @param keys so many different keys must have been used
 * @param requests in so many requests
 */
public record AddressSignal(boolean enabled, int keys, int requests) {}
