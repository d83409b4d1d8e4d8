package io.banwatch.detect;

import io.banwatch.alert.Explanation;
import io.banwatch.alert.Fact;
import io.banwatch.policy.AuthenticationSignal;
import io.banwatch.usage.UsageEvent;
import io.banwatch.vendor.AnswerClass;
import io.banwatch.vendor.VendorProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** What {@link AccountDisabled} and {@link AuthFailures} say to a person. */
final class AccountExplanation {
  private static final int PERCENT = 100;

  private AccountExplanation() {}

  static Explanation disabled(
      AccountActivity activity, VendorProfile vendor, long answers, long firstAt) {
    List<Fact> evidence = new ArrayList<>();
    evidence.add(Fact.of("observed", (double) answers));
    evidence.add(Fact.of("threshold", 1));
    evidence.add(Fact.of("unit", "answers"));
    evidence.add(Fact.of("answer", AnswerClass.DISABLED.word()));
    evidence.add(Fact.at("firstAt", firstAt));
    if (activity.deployment() != null) {
      evidence.add(Fact.of("deployment", activity.deployment()));
    }
    List<String> nextSteps = new ArrayList<>();
    nextSteps.add(
        "Stop every retry to this account now: take its deployments out of the gateway's routing");
    if (vendor.appeal() != null) {
      nextSteps.add(vendor.appeal());
    }
    nextSteps.add(
        "Look at this account's alerts of the last days: which key stood out, and since when");
    nextSteps.add(
        "Do not go on with the same traffic under another account of this vendor: that ties it to the"
            + " ban");
    if (activity.account().equals(UsageEvent.unknownAccountOf(activity.vendor()))) {
      nextSteps.add("Name the account under accounts: in the policy, to see which one it is");
    }
    return new Explanation(
        String.format(
            Locale.ROOT,
            "%s answers that the account %s is disabled",
            vendor.name(),
            activity.account()),
        "The vendor has acted: this is its own answer to a request, and such decisions are seldom"
            + " reversed",
        evidence,
        nextSteps);
  }

  static Explanation refusedInARow(
      VendorProfile vendor, AuthenticationSignal settings, long refused, int keys) {
    return refused(
        String.format(
            Locale.ROOT,
            "%s refused the account's credentials %d times in a row",
            vendor.name(),
            refused),
        List.of(
            Fact.of("observed", (double) refused),
            Fact.of("threshold", settings.inARow()),
            Fact.of("unit", "answers"),
            Fact.of("keys", keys)),
        keys);
  }

  static Explanation refusedShare(
      VendorProfile vendor, AuthenticationSignal settings, long refused, long answers, int keys) {
    long window = AuthenticationState.SLICES * AuthenticationState.SLICE_MILLIS;
    return refused(
        String.format(
            Locale.ROOT,
            "%s refused the account's credentials in %d of %d answers (%d %%) of ten minutes",
            vendor.name(),
            refused,
            answers,
            PERCENT * refused / answers),
        List.of(
            Fact.of("observed", (double) refused / answers),
            Fact.of("threshold", settings.share()),
            Fact.of("unit", "share"),
            Fact.of("windowSeconds", (double) TimeUnit.MILLISECONDS.toSeconds(window)),
            Fact.of("refused", (double) refused),
            Fact.of("answers", (double) answers),
            Fact.of("keys", keys)),
        keys);
  }

  private static Explanation refused(String summary, List<Fact> evidence, int keys) {
    return new Explanation(
        summary,
        "Resembles a revoked or restricted credential; mostly it was rotated or mistyped, but a refusal"
            + " to all is also how an enforcement in unknown words would look, and going on trying"
            + " resembles someone testing stolen keys",
        evidence,
        List.of(
            "Open the vendor's console: is the account in good standing, and the credential valid and"
                + " allowed this model?",
            keys == 1
                ? "Only one gateway key is refused: see whether it sends a credential of its own"
                : "Several gateway keys are refused: see the credential of the deployment they share",
            "Stop retries on 401 and 403 at the gateway: they cannot succeed",
            "If nobody here rotated or revoked it, treat the credential as leaked and replace it"));
  }
}
