package io.banwatch.detect;

import io.banwatch.alert.Finding;
import io.banwatch.policy.PaceSignal;
import io.banwatch.usage.UsageEvent;
import io.banwatch.vendor.AnsweredBy;
import java.util.function.Consumer;

/** A key sends far more requests than it ever did in a minute, ten minutes or an hour. */
public final class RequestSurge implements KeySignal {
  /** The signal's stable id. */
  public static final String ID = "request-surge";

  private final PaceWatch watch = new PaceWatch(PaceMeasure.REQUESTS);

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
    PaceSignal settings = context.settings().signals().requestSurge();
    PaceTrack track = state.pace.requests;
    long at = event.endMillis();
    watch.count(track, at, 1);
    PaceBreach breach =
        watch.judge(
            track, at, firstAt(state, at), settings, settings.key(), context.settings().learning());
    if (breach != null) {
      findings.accept(PaceFindings.aboutKey(ID, breach, settings, event));
    }
  }

  static long firstAt(KeyState state, long at) {
    return state.firstAt == 0 ? at : state.firstAt;
  }
}
