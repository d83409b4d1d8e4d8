package io.banwatch.detect;

import io.banwatch.alert.Finding;
import io.banwatch.policy.PaceSignal;
import io.banwatch.usage.UsageEvent;
import io.banwatch.vendor.AnsweredBy;
import java.util.function.Consumer;

/**
 * A key reads or writes far more tokens than it ever did in a minute, ten minutes or an hour. Large
 * requests at an ordinary pace show here alone.
 */
public final class TokenBurst implements KeySignal {
  /** The signal's stable id. */
  public static final String ID = "token-burst";

  private final PaceWatch watch = new PaceWatch(PaceMeasure.INPUT, PaceMeasure.OUTPUT);

  @Override
  public String id() {
    return ID;
  }

  @Override
  public void observe(
      UsageEvent event, KeyState state, KeyContext context, Consumer<Finding> findings) {
    if (context.late() || event.answeredBy() != AnsweredBy.VENDOR) {
      return;
    }
    PaceSignal settings = context.settings().signals().tokenBurst();
    PaceTrack track = state.pace.tokens;
    long at = event.endMillis();
    watch.count(track, at, event.tokens());
    PaceBreach breach =
        watch.judge(
            track,
            at,
            RequestSurge.firstAt(state, at),
            settings,
            settings.key(),
            context.settings().learning());
    if (breach != null) {
      findings.accept(PaceFindings.aboutKey(ID, breach, settings, event));
    }
  }
}
