package io.banwatch.detect;

import io.banwatch.alert.Finding;
import io.banwatch.alert.Severity;
import io.banwatch.usage.UsageEvent;
import io.banwatch.vendor.AnswerClass;
import java.util.List;
import java.util.function.Consumer;

/**
 * {@code account-disabled}: the vendor answered that the account is disabled. Critical at the first
 * such answer, since one is proof; over when the vendor answers a request that began after it: long
 * answers that were already running come to their ends in a disabled account too.
 *
 * <p>Behind an account that is not known several may hide, so there only an answer at the same
 * deployment (without one, for the same key) ends it, and all that were disabled must answer again.
 */
public final class AccountDisabled implements AccountSignal {
  /** The signal's stable id. */
  public static final String ID = "account-disabled";

  private static final int MOST_PLACES = 32;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public void observe(
      AccountActivity activity,
      AccountState state,
      AccountContext context,
      Consumer<Finding> findings) {
    if (!context.settings().signals().accountDisabled().enabled()) {
      return;
    }
    DisabledState disabled = state.disabled;
    if (isOk(activity)) {
      if (disabled.places.isEmpty()) {
        return;
      }
      int index = indexOf(disabled.places, placeOf(activity));
      if (index >= 0) {
        DisabledPlace place = disabled.places.get(index);
        disabled.places.set(index, place.answered(activity.okStartedAt()));
      }
      return;
    }
    if (activity.kind() != AccountActivity.Kind.ANSWER
        || activity.answerClass() != AnswerClass.DISABLED) {
      return;
    }
    if (wasTold(activity.at(), disabled)) {
      return;
    }
    remember(activity, disabled);
    long answers = disabled.answers;
    long firstAt = disabled.firstAt;
    findings.accept(
        new Finding(
            ID,
            Severity.CRITICAL,
            1,
            activity.at(),
            Finding.UNTIL_RESOLVED,
            () -> AccountExplanation.disabled(activity, context.vendor(), answers, firstAt)));
  }

  @Override
  public String resolves(AccountActivity activity, AccountState state, AccountContext context) {
    List<DisabledPlace> places = state.disabled.places;
    if (!isOk(activity) || places.isEmpty()) {
      return null;
    }
    String name = placeOf(activity);
    for (DisabledPlace place : places) {
      boolean here = place.name().equals(name);
      long okAt = activity.okStartedAt();
      if (!(here ? place.answered(okAt) : place).over()) {
        return null;
      }
    }
    return context.vendor().name() + " answers the account's requests again";
  }

  /** Whether an answer belongs to a ban that was told and is over: a log delivered again. */
  private static boolean wasTold(long at, DisabledState disabled) {
    long last = 0;
    for (DisabledPlace place : disabled.places) {
      if (!place.over()) {
        return false;
      }
      last = Math.max(last, place.disabledAt());
    }
    return at >= disabled.firstAt && at <= last;
  }

  private static void remember(AccountActivity activity, DisabledState disabled) {
    disabled.places.removeIf(DisabledPlace::over);
    if (disabled.places.isEmpty()) {
      disabled.answers = 0;
      disabled.firstAt = activity.at();
    }
    disabled.answers++;
    disabled.firstAt = Math.min(disabled.firstAt, activity.at());
    String name = placeOf(activity);
    int index = indexOf(disabled.places, name);
    if (index >= 0) {
      disabled.places.set(index, disabled.places.get(index).disabled(activity.at()));
    } else if (disabled.places.size() < MOST_PLACES) {
      disabled.places.add(new DisabledPlace(name, activity.at(), 0));
    }
  }

  private static boolean isOk(AccountActivity activity) {
    return activity.kind() == AccountActivity.Kind.SUM && activity.answered() > 0;
  }

  private static String placeOf(AccountActivity activity) {
    if (!activity.account().equals(UsageEvent.unknownAccountOf(activity.vendor()))) {
      return "";
    }
    return activity.deployment() == null ? "key " + activity.key() : activity.deployment();
  }

  private static int indexOf(List<DisabledPlace> places, String name) {
    for (int i = 0; i < places.size(); i++) {
      if (places.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
