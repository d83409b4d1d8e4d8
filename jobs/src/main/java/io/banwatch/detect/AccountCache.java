package io.banwatch.detect;

import io.banwatch.alert.Subject;
import io.banwatch.policy.Policy;
import io.banwatch.vendor.VendorProfiles;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Remembers what the policy says of accounts, since its patterns are slow to match. */
final class AccountCache {
  private static final int MOST = 10_000;

  /** An account and what holds for it. */
  record Entry(Subject subject, AccountContext context) {}

  private final Policy policy;
  private final VendorProfiles vendors;
  private final Map<String, Entry> entries = new HashMap<>();

  AccountCache(Policy policy, VendorProfiles vendors) {
    this.policy = policy;
    this.vendors = vendors;
  }

  /** Of the account whose state this is. */
  Entry of(AccountState state) {
    Entry known = entries.get(state.account);
    if (known != null && Objects.equals(known.subject().vendor(), state.vendor)) {
      return known;
    }
    if (entries.size() >= MOST) {
      entries.clear();
    }
    Subject subject = Subject.ofAccount(state.vendor, state.account);
    AccountContext context =
        new AccountContext(policy.settingsFor(subject), vendors.of(state.vendor));
    Entry entry = new Entry(subject, context);
    entries.put(state.account, entry);
    return entry;
  }
}
