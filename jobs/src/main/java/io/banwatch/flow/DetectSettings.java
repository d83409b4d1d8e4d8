package io.banwatch.flow;

import io.banwatch.detect.AccountDetection;
import io.banwatch.detect.DetectionSignals;
import io.banwatch.detect.FeedDetection;
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
 * @param format the name of the gateway's format, or null when each record tells its own
 * @param status the name of the {@link JobStatus} to keep, or null
 */
public record DetectSettings(Policy policy, String geo, String format, String status)
    implements Serializable {
  /** Settings of a job whose records tell their format, and whose status nobody asks for. */
  public DetectSettings(Policy policy, String geo) {
    this(policy, geo, null, null);
  }

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

  FeedDetection openFeedDetection() {
    return new FeedDetection(
        policy, DetectionSignals.ofFeed(PlaceLookups.open(geo, policy.networks()), format));
  }
}
