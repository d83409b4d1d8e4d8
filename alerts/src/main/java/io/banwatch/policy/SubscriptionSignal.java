package io.banwatch.policy;

/**
 * Settings of {@code subscription-misuse}.
 *
 * @param enabled whether the signal is judged at all
 * @param sharedUsers one key with subscription tokens of this many users is shared
 * @param sharedAddresses one key with subscription tokens from this many addresses within {@code
 *     sharedHours} is shared
 * @param sharedHours see {@code sharedAddresses}
 * @param quietHours how long after the last finding an episode resolves
 */
public record SubscriptionSignal(
    boolean enabled, int sharedUsers, int sharedAddresses, int sharedHours, int quietHours) {}
