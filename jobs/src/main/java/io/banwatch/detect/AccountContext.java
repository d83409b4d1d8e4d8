package io.banwatch.detect;

import io.banwatch.policy.Settings;

/**
 * What holds for one account.
 *
 * @param settings the policy for this account
 */
public record AccountContext(Settings settings) {}
