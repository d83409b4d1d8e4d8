package io.banwatch.policy;

/**
 * When a sliding window counts as a breach: it holds more than {@code margin} times the most that
 * such a window ever held plus half the {@code floor}, and at least {@code floor}.
 *
 * @param margin times the record, above 1
 * @param floor in the measure's own unit, at or above 1; below it the signal is silent
 */
public record PaceWindow(double margin, long floor) {}
