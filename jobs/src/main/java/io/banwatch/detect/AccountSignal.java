package io.banwatch.detect;

import io.banwatch.alert.Finding;
import java.util.function.Consumer;

/**
 * Watches one account. Stateless itself: what it must remember stands in the {@link AccountState}.
 */
public interface AccountSignal {
  /** The signal's stable id, lower case with hyphens. */
  String id();

  /**
   * Looks at one activity; they come in the order of their times, up to the bound on disorder.
   *
   * @param activity what a key of the account did
   * @param state what is known of the account, changed in place
   * @param context what holds for this account
   * @param findings receives what was found
   */
  void observe(
      AccountActivity activity,
      AccountState state,
      AccountContext context,
      Consumer<Finding> findings);

  /**
   * Whether this activity ends the signal's open episode before its quiet time.
   *
   * @return a sentence that says why, or null
   */
  default String resolves(AccountActivity activity, AccountState state, AccountContext context) {
    return null;
  }
}
