package io.banwatch.detect;

import io.banwatch.alert.Finding;
import io.banwatch.policy.PaceSignal;
import io.banwatch.usage.Tokens;
import java.util.function.Consumer;

/** An account as a whole reads or writes far more tokens than it ever did: what its vendor sees. */
public final class AccountTokenBurst implements AccountSignal {
  private final PaceWatch watch = new PaceWatch(PaceMeasure.INPUT, PaceMeasure.OUTPUT);

  @Override
  public String id() {
    return TokenBurst.ID;
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
    PaceSignal settings = context.settings().signals().tokenBurst();
    PaceTrack track = state.pace.tokens;
    Tokens tokens =
        new Tokens(
            activity.uncachedInput(),
            activity.cacheRead(),
            activity.cacheWrite(),
            activity.output());
    watch.count(track, activity.at(), tokens);
    PaceBreach breach =
        watch.judge(
            track,
            activity.at(),
            AccountRequestSurge.firstAt(state, activity.at()),
            settings,
            settings.account(),
            context.settings().learning());
    if (breach != null) {
      AccountPace.tell(TokenBurst.ID, breach, settings, state, context, findings);
    }
  }
}
