package io.banwatch.detect;

import io.banwatch.place.Place;
import io.banwatch.policy.Settings;
import io.banwatch.vendor.VendorProfile;
import java.time.Instant;

/**
 * What holds for one key while one of its requests is judged.
 *
 * @param settings the policy for this key
 * @param vendor the vendor's profile, or the empty one for a vendor without
 * @param place where the request came from; null when it has no public address
 * @param late whether the request is older than the key's newest by more than the bound on
 *     disorder: pace ignores it
 * @param geoBuiltAt when the geo database was built
 */
public record KeyContext(
    Settings settings, VendorProfile vendor, Place place, boolean late, Instant geoBuiltAt) {}
