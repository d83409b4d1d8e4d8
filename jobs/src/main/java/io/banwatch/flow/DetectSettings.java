package io.banwatch.flow;

import io.banwatch.detect.AccountDetection;
import io.banwatch.detect.DetectionSignals;
import io.banwatch.detect.KeyDetection;
import io.banwatch.place.PlaceLookups;
import io.banwatch.policy.Policy;
import io.banwatch.vendor.VendorProfiles;
import java.io.Serializable;

/**
 * What the operators of the detect job open themselves with, wherever they run.
 *
 * @param policy what holds
 * @param geo path of the geo database, or null for the bundled one
 */
public record DetectSettings(Policy policy, String geo) implements Serializable {
  KeyDetection openKeyDetection() {
    return new KeyDetection(
        policy,
        VendorProfiles.builtIn(),
        PlaceLookups.open(geo, policy.networks()),
        DetectionSignals.ofKeys());
  }

  AccountDetection openAccountDetection() {
    return new AccountDetection(policy, VendorProfiles.builtIn(), DetectionSignals.ofAccounts());
  }
}
