package io.banwatch.detect;

import io.banwatch.alert.Explanation;
import io.banwatch.alert.Finding;
import io.banwatch.alert.Severity;
import io.banwatch.policy.AuthenticationSignal;
import io.banwatch.text.TextHash;
import io.banwatch.vendor.AnswerClass;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * {@code auth-failures}: the vendor refuses the account's credentials, several times in a row or in
 * a large share of its answers of ten minutes.
 *
 * <p>A warning: most such answers are a rotated or mistyped key. Critical when every answer was a
 * refusal for ten minutes: then nobody is served, and a ban in words that are not known yet looks
 * the same.
 *
 * <p>Refusals come one by one, other answers in sums that are up to {@link
 * AccountAnswers#LONGEST_SUM_MILLIS} late. So a share is judged up to that long ago; so is a row in
 * an account that was served a minute before, while in one that was not the row counts at once.
 */
public final class AuthFailures implements AccountSignal {
  /** The signal's stable id. */
  public static final String ID = "auth-failures";

  private static final long BUSY_MILLIS = TimeUnit.MINUTES.toMillis(1);
  private static final int MOST_KEYS = 16;

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
    AuthenticationSignal settings = context.settings().signals().authFailures();
    if (!settings.enabled() || activity.kind() == AccountActivity.Kind.ALERT) {
      return;
    }
    AuthenticationState seen = state.authentication;
    note(activity, seen, settings);
    if (seen.newestRefusalAt <= seen.foundAt) {
      return;
    }
    long settled = activity.at() - AccountAnswers.LONGEST_SUM_MILLIS;
    long refused = seen.sumUntil(seen.refusals, settled);
    long answers = Math.max(refused, seen.sumUntil(seen.answers, settled));
    int keys = seen.keys.within(AuthenticationState.SLICES * AuthenticationState.SLICE_MILLIS);
    if (answers >= settings.shareOfAtLeast() && refused > settings.share() * answers) {
      boolean nobodyServed =
          refused == answers
              && seen.refusedSince > 0
              && activity.at() - seen.refusedSince
                  >= AuthenticationState.SLICES * AuthenticationState.SLICE_MILLIS;
      find(
          nobodyServed ? Severity.CRITICAL : Severity.WARNING,
          activity,
          seen,
          settings,
          () -> AccountExplanation.refusedShare(context.vendor(), settings, refused, answers, keys),
          findings);
    } else if (inARow(seen, activity.at()) >= settings.inARow()) {
      long count = seen.refusedInARow;
      find(
          Severity.WARNING,
          activity,
          seen,
          settings,
          () -> AccountExplanation.refusedInARow(context.vendor(), settings, count, keys),
          findings);
    }
  }

  private static void note(
      AccountActivity activity, AuthenticationState seen, AuthenticationSignal settings) {
    if (activity.kind() == AccountActivity.Kind.SUM) {
      seen.answered(activity.at(), activity.requests(), activity.answered());
    } else if (isRefusal(activity.answerClass())) {
      seen.refused(activity.at(), settings.inARow());
      seen.keys.see(TextHash.of(activity.key()), activity.at(), MOST_KEYS);
    }
  }

  private static boolean isRefusal(AnswerClass answerClass) {
    return answerClass == AnswerClass.AUTH || answerClass == AnswerClass.PERMISSION;
  }

  private static long inARow(AuthenticationState seen, long at) {
    long settled = at - AccountAnswers.LONGEST_SUM_MILLIS;
    boolean busy = seen.newestOkAt > 0 && seen.newestOkAt >= settled - BUSY_MILLIS;
    return busy
        ? seen.inARow.stream().filter(refusal -> refusal <= settled).count()
        : seen.inARow.size();
  }

  private static void find(
      Severity severity,
      AccountActivity activity,
      AuthenticationState seen,
      AuthenticationSignal settings,
      Supplier<Explanation> explanation,
      Consumer<Finding> findings) {
    seen.foundAt = seen.newestRefusalAt;
    long quiet = TimeUnit.MINUTES.toMillis(settings.quietMinutes());
    findings.accept(new Finding(ID, severity, 1, activity.at(), quiet, explanation));
  }
}
