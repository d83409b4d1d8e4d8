package io.banwatch.detect;

import io.banwatch.alert.Explanation;
import io.banwatch.alert.Fact;
import io.banwatch.alert.Finding;
import io.banwatch.alert.Severity;
import io.banwatch.policy.PaceSignal;
import io.banwatch.usage.UsageEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Makes a breach of pace into a finding that a person understands. */
final class PaceFindings {
  private static final long MINUTE = 60_000;
  private static final double SECOND = 1_000;
  private static final double PERCENT = 100;

  private static final String REASON =
      "A sudden rise far above its own past resembles what vendors call excessive or abnormal"
          + " usage; Anthropic asks to ramp up gradually and to keep usage consistent, and a stolen"
          + " key or a runaway loop looks just like this.";

  private PaceFindings() {}

  static Finding aboutKey(
      String signal, PaceBreach breach, PaceSignal settings, UsageEvent newest) {
    return finding(signal, breach, settings, () -> explainKey(breach, newest));
  }

  /**
   * @param carrier the key that carries the rise, or null when no single one does
   */
  static Finding aboutAccount(
      String signal, PaceBreach breach, PaceSignal settings, PaceCarrier carrier) {
    return finding(signal, breach, settings, () -> explainAccount(breach, carrier));
  }

  private static Finding finding(
      String signal, PaceBreach breach, PaceSignal settings, Supplier<Explanation> explanation) {
    return new Finding(
        signal,
        severity(breach, settings),
        breach.thresholds(),
        breach.at(),
        settings.quietMinutes() * MINUTE,
        explanation);
  }

  private static Severity severity(PaceBreach breach, PaceSignal settings) {
    boolean far = breach.thresholds() >= settings.criticalAtThresholds();
    if (breach.beforeFirstRecord()) {
      return far ? Severity.WARNING : Severity.INFO;
    }
    return far ? Severity.CRITICAL : Severity.WARNING;
  }

  private static Explanation explainKey(PaceBreach breach, UsageEvent newest) {
    List<Fact> evidence = evidence(breach);
    if (newest.model() != null) {
      evidence.add(Fact.of("newestModel", newest.model()));
    }
    evidence.add(Fact.of("newestUser", newest.user() == null ? "none named" : newest.user()));
    return new Explanation(
        summary(breach, "key"),
        REASON,
        evidence,
        List.of(
            "Ask the key's owner whether this is theirs: a deploy, a batch job, a loop, an agent.",
            "If nobody knows it, block or rotate the key at the gateway, and read its requests since"
                + " this alert's start: addresses, models, users.",
            "If it is meant, ramp up in steps, or declare a planned event for this key in the"
                + " policy."));
  }

  private static Explanation explainAccount(PaceBreach breach, PaceCarrier carrier) {
    String summary = summary(breach, "account");
    List<Fact> evidence = evidence(breach);
    String meant = "If it is meant, ramp up in steps, and tell the vendor before large launches.";
    if (carrier == null) {
      return new Explanation(
          summary,
          REASON,
          evidence,
          List.of(
              "Find the keys that rose: their own alerts, or the dashboard of this account.",
              meant,
              "If one key drives it and nobody knows why, block or rotate that key."));
    }
    evidence.add(Fact.of("carriedBy", carrier.name()));
    evidence.add(Fact.of("carriedShare", Math.round(carrier.share() * PERCENT) / PERCENT));
    return new Explanation(
        String.format(
            Locale.ROOT,
            "%s; %s carries %.0f %% of the rise",
            summary,
            carrier.name(),
            carrier.share() * PERCENT),
        REASON,
        evidence,
        List.of(
            "Ask the owner of " + carrier.name() + " whether this is theirs.",
            meant,
            "If nobody knows why, block or rotate that key."));
  }

  private static String summary(PaceBreach breach, String subject) {
    String observed =
        PaceWords.amount((double) breach.observed())
            + " "
            + breach.measure().unit()
            + " in "
            + breach.span().words();
    String history = PaceWords.duration(remembered(breach));
    String summary =
        breach.record() == 0
            ? observed + ", and this " + subject + " has no record to compare with"
            : observed
                + ": "
                + PaceWords.times(breach.observed() / breach.record())
                + " times the most this "
                + subject
                + " ever sent in "
                + breach.span().words()
                + " ("
                + PaceWords.amount(breach.record())
                + " on "
                + PaceWords.moment(breach.recordAt())
                + ", in "
                + history
                + ")";
    return breach.historyMillis() < PaceLearning.LEARNING
        ? summary + "; learning: " + PaceWords.duration(breach.historyMillis()) + " of history"
        : summary;
  }

  private static List<Fact> evidence(PaceBreach breach) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("observed", (double) breach.observed()));
    facts.add(Fact.of("record", breach.record()));
    if (breach.record() > 0) {
      facts.add(Fact.at("recordAt", breach.recordAt()));
    }
    facts.add(Fact.of("threshold", Math.ceil(breach.threshold())));
    facts.add(Fact.of("unit", breach.measure().unit()));
    facts.add(Fact.of("windowSeconds", breach.span().millis() / SECOND));
    facts.add(Fact.of("historySeconds", Math.floor(breach.historyMillis() / SECOND)));
    if (breach.historyMillis() < PaceLearning.LEARNING) {
      facts.add(Fact.of("learning", PaceWords.duration(breach.historyMillis()) + " of history"));
    }
    PaceBreach.WindowTokens tokens = breach.tokens();
    if (tokens != null) {
      facts.add(Fact.of("uncachedInputTokens", (double) tokens.uncachedInput()));
      facts.add(Fact.of("cacheWriteTokens", (double) tokens.cacheWrite()));
      facts.add(Fact.of("cacheReadTokens", (double) tokens.cacheRead()));
      facts.add(Fact.of("outputTokens", (double) tokens.output()));
    }
    return facts;
  }

  private static long remembered(PaceBreach breach) {
    long longest = breach.recordDays() * 24L * 60 * MINUTE;
    return Math.min(breach.historyMillis(), longest);
  }
}
