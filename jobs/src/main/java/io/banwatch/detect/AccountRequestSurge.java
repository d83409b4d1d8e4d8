package io.banwatch.detect;

import io.banwatch.alert.Finding;
import io.banwatch.policy.PaceSignal;
import java.util.function.Consumer;

/** An account as a whole sends far more requests than it ever did: what its vendor sees. */
public final class AccountRequestSurge implements AccountSignal {
  private final PaceWatch watch = new PaceWatch(PaceMeasure.REQUESTS);

  @Override
  public String id() {
    return RequestSurge.ID;
  }

  @Override
  public void observe(
      AccountActivity activity,
      AccountState state,
      AccountContext context,
      Consumer<Finding> findings) {
    if (activity.kind() != AccountActivity.Kind.SUM) {
      return;
    }
    PaceSignal settings = context.settings().signals().requestSurge();
    PaceTrack track = state.pace.requests;
    watch.count(track, activity.at(), activity.requests());
    PaceBreach breach =
        watch.judge(
            track,
            activity.at(),
            firstAt(state, activity.at()),
            settings,
            settings.account(),
            context.settings().learning());
    if (breach != null) {
      AccountPace.tell(RequestSurge.ID, breach, settings, state, context, findings);
    }
  }

  static long firstAt(AccountState state, long at) {
    return state.firstAt == 0 ? at : state.firstAt;
  }
}
