package io.banwatch.policy;

/**
 * Whom an override or a planned event is for. Every pattern that is given must match; {@code *}
 * stands for any text.
 *
 * @param vendor pattern, or null for any
 * @param account pattern, or null for any
 * @param team pattern, or null for any
 * @param key pattern for the key's alias or hash, or null for any
 */
public record Match(String vendor, String account, String team, String key) {}
