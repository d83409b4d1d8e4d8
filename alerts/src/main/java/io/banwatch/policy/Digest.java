package io.banwatch.policy;

/**
 * Puts alerts about one account together.
 *
 * @param groupSeconds how long alerts after the first wait for more, 1 to 86,400
 */
public record Digest(int groupSeconds) {}
