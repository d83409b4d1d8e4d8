package io.banwatch.detect;

/**
 * The key that rose most while its account broke its record.
 *
 * @param key its hash
 * @param name its alias and the start of its hash, for people
 * @param share of the account's rise above its record that is the key's above its own, 0 to 1
 */
record PaceCarrier(String key, String name, double share) {}
