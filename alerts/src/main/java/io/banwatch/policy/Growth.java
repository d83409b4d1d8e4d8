package io.banwatch.policy;

/**
 * When a rise of many keys is growth of the account, and told once.
 *
 * @param holdSeconds how long a key's pace warning waits to see whether its siblings rise too
 * @param fewKeys an account with at most this many active keys has no siblings to ask: told at once
 * @param siblingShare the share of the other active keys that must rise, 0 to 1
 * @param ceilingThresholds a finding at this many times its threshold is told at once, whatever its
 *     siblings do
 * @param carrierShare a key with this share of its account's rise carries it, above 0 to 1
 * @param riseFactor a sibling rises when it sends this many times what it sent in its last hour
 * @param riseRequests and at least this many requests
 */
public record Growth(
    int holdSeconds,
    int fewKeys,
    double siblingShare,
    double ceilingThresholds,
    double carrierShare,
    double riseFactor,
    int riseRequests) {}
