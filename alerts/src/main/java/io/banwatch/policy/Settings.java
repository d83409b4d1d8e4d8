package io.banwatch.policy;

/**
 * What holds for one key: the policy with every override that matches it merged in.
 *
 * @param signals each signal's settings
 * @param learning how records are learned
 * @param growth when many keys' rise is told once
 * @param geo when the geo database is doubted
 */
public record Settings(Signals signals, Learning learning, Growth growth, GeoDoubt geo) {}
