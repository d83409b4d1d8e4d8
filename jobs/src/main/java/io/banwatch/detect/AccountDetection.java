package io.banwatch.detect;

import io.banwatch.alert.Alert;
import io.banwatch.alert.Episodes;
import io.banwatch.alert.Subject;
import io.banwatch.policy.Policy;
import io.banwatch.vendor.VendorProfiles;
import java.util.List;
import java.util.function.Consumer;

/**
 * Watches accounts: shows each activity of their keys to every account signal, keeps the alerts'
 * lives, and decides which keys' pace alerts are told. Plain Java, as {@link KeyDetection}.
 */
public final class AccountDetection {
  private final Policy policy;
  private final VendorProfiles vendors;
  private final List<AccountSignal> signals;

  /**
   * @param policy what holds
   * @param vendors the vendors' profiles
   * @param signals the signals, in the order in which they are asked
   */
  public AccountDetection(Policy policy, VendorProfiles vendors, List<AccountSignal> signals) {
    this.policy = policy;
    this.vendors = vendors;
    this.signals = List.copyOf(signals);
  }

  /**
   * Judges one activity.
   *
   * @param activity what a key of the account did; in the order of time
   * @param state the account's state, changed in place
   * @param told receives alert lines
   */
  public void observe(AccountActivity activity, AccountState state, Consumer<Alert> told) {
    Subject subject = Subject.ofAccount(activity.vendor(), activity.account());
    AccountContext context =
        new AccountContext(policy.settingsFor(subject), vendors.of(activity.vendor()));
    Episodes episodes = new Episodes(state.episodes, policy.hash(), told);
    episodes.quietUntil(activity.at());
    if (state.firstAt == 0) {
      state.firstAt = activity.at();
    }
    for (AccountSignal signal : signals) {
      if (episodes.isOpen(signal.id(), subject)) {
        String why = signal.resolves(activity, state);
        if (why != null) {
          episodes.resolve(signal.id(), subject, activity.at(), why);
        }
      }
      signal.observe(
          activity,
          state,
          context,
          finding ->
              episodes.found(
                  subject,
                  Calming.calm(finding, policy.calmedBy(finding.signal(), subject, finding.at()))));
    }
    if (activity.kind() == AccountActivity.Kind.ALERT) {
      told.accept(activity.alert());
    }
    state.newestAt = Math.max(state.newestAt, activity.at());
  }

  /** Resolves what has been quiet long enough by {@code now}, in event time. */
  public void advance(long now, AccountState state, Consumer<Alert> told) {
    new Episodes(state.episodes, policy.hash(), told).quietUntil(now);
  }

  /** Tells what waits when the log has ended; resolves nothing. */
  public void end(AccountState state, Consumer<Alert> told) {}

  /** When {@link #advance} must be asked next, in event time; {@link Long#MAX_VALUE} for never. */
  public long nextTimer(AccountState state) {
    long next = Long.MAX_VALUE;
    for (int i = 0; i < state.episodes.size(); i++) {
      next = Math.min(next, state.episodes.get(i).resolvesAt());
    }
    return next;
  }
}
