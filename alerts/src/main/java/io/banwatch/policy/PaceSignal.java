package io.banwatch.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Settings of {@code request-surge} or {@code token-burst}.
 *
 * @param enabled whether the signal is judged at all
 * @param key windows per key, by measure ({@code requests}; {@code input}, {@code output})
 * @param account windows per account, by measure
 * @param criticalAtThresholds warning becomes critical at this many times the threshold
 * @param quietMinutes how long after the last breach an episode resolves
 */
public record PaceSignal(
    boolean enabled,
    Map<String, PaceWindows> key,
    Map<String, PaceWindows> account,
    double criticalAtThresholds,
    int quietMinutes) {
  /** Copies the maps and keeps their order, which every run shares. */
  public PaceSignal {
    key = Collections.unmodifiableMap(new LinkedHashMap<>(key));
    account = Collections.unmodifiableMap(new LinkedHashMap<>(account));
  }
}
