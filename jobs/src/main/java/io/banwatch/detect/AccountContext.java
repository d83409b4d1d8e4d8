package io.banwatch.detect;

import io.banwatch.policy.Settings;
import io.banwatch.vendor.VendorProfile;

/**
 * What holds for one account.
 *
 * @param settings the policy for this account
 * @param vendor the vendor's profile, or the empty one for a vendor without
 */
public record AccountContext(Settings settings, VendorProfile vendor) {}
