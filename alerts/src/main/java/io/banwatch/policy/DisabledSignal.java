package io.banwatch.policy;

/**
 * Settings of {@code account-disabled}, which has no threshold: one answer is proof.
 *
 * @param enabled whether the signal is judged at all
 */
public record DisabledSignal(boolean enabled) {}
