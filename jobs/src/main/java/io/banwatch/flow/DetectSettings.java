package io.banwatch.flow;

import io.banwatch.detect.AccountDetection;
import io.banwatch.detect.AccountPacing;
import io.banwatch.detect.DetectionSignals;
import io.banwatch.detect.FeedDetection;
import io.banwatch.detect.KeyDetection;
import io.banwatch.log.ReadProgress;
import io.banwatch.measure.KeySlicing;
import io.banwatch.place.PlaceLookup;
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
 * @param metricLog whether the metric log is written
 * @param progress the name under which {@link ReadProgress} knows the log that is followed, or null
 */
public record DetectSettings(
    Policy policy, String geo, String format, String status, boolean metricLog, String progress)
    implements Serializable {
  /**
   * Settings of a job whose records tell their format, whose status nobody asks for, and that
   * writes no metric log.
   */
  public DetectSettings(Policy policy, String geo) {
    this(policy, geo, null, null, false, null);
  }

  KeyDetection openKeyDetection() {
    PlaceLookup places = PlaceLookups.open(geo, policy.networks());
    return new KeyDetection(
        policy,
        VendorProfiles.builtIn(),
        places,
        DetectionSignals.ofKeys(),
        metricLog ? new KeySlicing(policy, places) : null);
  }

  AccountDetection openAccountDetection() {
    return new AccountDetection(policy, VendorProfiles.builtIn(), DetectionSignals.ofAccounts());
  }

  /** Null when there is no metric log. */
  AccountPacing openAccountPacing() {
    return metricLog ? new AccountPacing(policy) : null;
  }

  FeedDetection openFeedDetection() {
    return new FeedDetection(
        policy, DetectionSignals.ofFeed(PlaceLookups.open(geo, policy.networks()), format));
  }
}
