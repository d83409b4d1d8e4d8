package io.banwatch.detect;

import io.banwatch.alert.Subject;
import io.banwatch.policy.Policy;
import io.banwatch.policy.Settings;
import io.banwatch.usage.UsageEvent;
import io.banwatch.vendor.VendorProfile;
import io.banwatch.vendor.VendorProfiles;
import java.util.Objects;

/** Remembers what the policy says of the keys seen last, since its patterns are slow to match. */
final class SubjectCache {
  /** A power of two. */
  private static final int MOST = 1 << 16;

  /** A key and what holds for it. */
  record Entry(Subject subject, Settings settings, VendorProfile vendor) {}

  private final Policy policy;
  private final VendorProfiles vendors;

  /** Each at the slot of its identity, which is a hash already. */
  private final Entry[] entries = new Entry[MOST];

  SubjectCache(Policy policy, VendorProfiles vendors) {
    this.policy = policy;
    this.vendors = vendors;
  }

  Entry of(UsageEvent event) {
    int slot = (int) event.identity() & (MOST - 1);
    Entry known = entries[slot];
    if (known != null && sameSubject(known.subject(), event)) {
      return known;
    }
    Subject subject =
        new Subject(event.vendor(), event.account(), event.key(), event.keyAlias(), event.team());
    Entry entry = new Entry(subject, policy.settingsFor(subject), vendors.of(event.vendor()));
    entries[slot] = entry;
    return entry;
  }

  private static boolean sameSubject(Subject subject, UsageEvent event) {
    return subject.vendor().equals(event.vendor())
        && subject.account().equals(event.account())
        && subject.key().equals(event.key())
        && Objects.equals(subject.keyAlias(), event.keyAlias())
        && Objects.equals(subject.team(), event.team());
  }
}
