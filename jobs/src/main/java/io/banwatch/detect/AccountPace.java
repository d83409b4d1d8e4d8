package io.banwatch.detect;

import io.banwatch.alert.Finding;
import io.banwatch.policy.PaceSignal;
import java.util.function.Consumer;

/** Tells an account's breach of pace, unless it is one key's that is told already. */
final class AccountPace {
  private AccountPace() {}

  static void tell(
      String signal,
      PaceBreach breach,
      PaceSignal settings,
      AccountState state,
      AccountContext context,
      Consumer<Finding> findings) {
    Carriers carriers = new Carriers(state.carriers);
    PaceCarrier carrier = carriers.largest(breach);
    boolean carried =
        carrier != null && carrier.share() >= context.settings().growth().carrierShare();
    Finding finding = PaceFindings.aboutAccount(signal, breach, settings, carried ? carrier : null);
    if (!carried
        || !carriers.told(signal, carrier.key(), finding.severity(), state.growth.absorbed)) {
      findings.accept(finding);
    }
  }
}
