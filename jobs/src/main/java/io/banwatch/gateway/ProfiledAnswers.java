package io.banwatch.gateway;

import io.banwatch.vendor.Answer;
import io.banwatch.vendor.Outcome;
import io.banwatch.vendor.VendorProfile;
import io.banwatch.vendor.VendorProfiles;
import java.util.HashMap;
import java.util.Map;

/**
 * Classifies by the vendors' profiles. Remembers the profile of each vendor that it met, since one
 * without a profile of its own costs much to make. Not thread-safe.
 */
final class ProfiledAnswers implements VendorAnswers {
  private static final int MOST_VENDORS = 1000;

  private final VendorProfiles profiles;
  private final Map<String, VendorProfile> met = new HashMap<>();

  ProfiledAnswers(VendorProfiles profiles) {
    this.profiles = profiles;
  }

  @Override
  public Answer classify(String vendor, Outcome outcome) {
    VendorProfile profile = met.get(vendor);
    if (profile == null) {
      if (met.size() >= MOST_VENDORS) {
        met.clear();
      }
      profile = profiles.of(vendor);
      met.put(vendor, profile);
    }
    return profile.classify(outcome);
  }
}
