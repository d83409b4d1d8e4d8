package io.banwatch.detect;

import io.banwatch.alert.Alert;
import io.banwatch.alert.Episodes;
import io.banwatch.alert.Finding;
import io.banwatch.alert.Subject;
import io.banwatch.policy.PaceSignal;
import io.banwatch.policy.Policy;
import io.banwatch.policy.Settings;
import io.banwatch.vendor.VendorProfiles;
import java.util.List;
import java.util.function.Consumer;

/**
 * Watches accounts: shows each activity of their keys to every account signal, keeps the alerts'
 * lives, and decides which keys' pace alerts are told. Plain Java, as {@link KeyDetection}.
 */
public final class AccountDetection {
  private final Policy policy;
  private final AccountCache accounts;
  private final List<AccountSignal> signals;

  /**
   * @param policy what holds
   * @param vendors the vendors' profiles
   * @param signals the signals, in the order in which they are asked
   */
  public AccountDetection(Policy policy, VendorProfiles vendors, List<AccountSignal> signals) {
    this.policy = policy;
    this.accounts = new AccountCache(policy, vendors);
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
    if (state.firstAt == 0) {
      state.firstAt = activity.at();
      state.vendor = activity.vendor();
      state.account = activity.account();
    }
    AccountCache.Entry entry = accounts.of(state);
    Subject subject = entry.subject();
    AccountContext context = entry.context();
    Episodes episodes = new Episodes(state.episodes, state.ended, policy.hash(), told);
    episodes.quietUntil(activity.at());
    Carriers carriers = new Carriers(state.carriers);
    switch (activity.kind()) {
      case SUM -> carriers.see(activity);
      case ALERT -> carriers.see(activity.alert());
      case ANSWER -> {}
    }
    Consumer<Finding> findings =
        finding -> {
          if (!activity.history()) {
            found(finding, subject, episodes);
          }
        };
    for (AccountSignal signal : signals) {
      if (!state.episodes.isEmpty() && episodes.isOpen(signal.id(), subject)) {
        String over = signal.resolves(activity, state, context);
        if (over != null) {
          episodes.resolve(signal.id(), subject, activity.at(), over);
        }
      }
      signal.observe(activity, state, context, findings);
    }
    GrowthGate gate = gate(state, subject, context.settings(), episodes, told);
    switch (activity.kind()) {
      case SUM -> gate.observe(activity);
      case ALERT -> offer(activity, context.settings(), gate, told);
      case ANSWER -> {}
    }
    state.newestAt = Math.max(state.newestAt, activity.at());
  }

  /**
   * Resolves what has been quiet long enough by {@code now}, in event time, and tells the keys'
   * alerts whose siblings did not rise.
   */
  public void advance(long now, AccountState state, Consumer<Alert> told) {
    Episodes episodes = new Episodes(state.episodes, state.ended, policy.hash(), told);
    AccountCache.Entry entry = accounts.of(state);
    gate(state, entry.subject(), entry.context().settings(), episodes, told).advance(now);
    episodes.quietUntil(now);
  }

  /**
   * Tells the keys' alerts that wait until this moment, now that the log has ended; resolves
   * nothing.
   */
  public void tellHeld(long moment, AccountState state, Consumer<Alert> told) {
    Episodes episodes = new Episodes(state.episodes, state.ended, policy.hash(), told);
    AccountCache.Entry entry = accounts.of(state);
    gate(state, entry.subject(), entry.context().settings(), episodes, told).advance(moment);
  }

  /** When {@link #advance} must be asked next, in event time; {@link Long#MAX_VALUE} for never. */
  public long nextTimer(AccountState state) {
    long next = heldUntil(state);
    for (int i = 0; i < state.episodes.size(); i++) {
      next = Math.min(next, state.episodes.get(i).resolvesAt());
    }
    return next;
  }

  /**
   * Until when the next of the keys' alerts waits, in event time; {@link Long#MAX_VALUE} if none.
   */
  public long heldUntil(AccountState state) {
    return GrowthGate.heldUntil(state.growth);
  }

  private void found(Finding finding, Subject subject, Episodes episodes) {
    episodes.found(
        subject, Calming.calm(finding, policy.calmedBy(finding.signal(), subject, finding.at())));
  }

  /** Where the account's own signal is switched off, its keys' alerts are no growth. */
  private static void offer(
      AccountActivity activity, Settings settings, GrowthGate gate, Consumer<Alert> told) {
    boolean surge = activity.alert().signal().equals(RequestSurge.ID);
    PaceSignal signal = surge ? settings.signals().requestSurge() : settings.signals().tokenBurst();
    if (signal.enabled()) {
      gate.offer(activity.alert(), activity.aboveCeiling());
    } else {
      told.accept(activity.alert());
    }
  }

  private GrowthGate gate(
      AccountState state,
      Subject subject,
      Settings settings,
      Episodes episodes,
      Consumer<Alert> told) {
    return new GrowthGate(
        state.growth, settings, told, finding -> found(finding, subject, episodes));
  }
}
