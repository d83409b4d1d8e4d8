package io.banwatch.simulate.story;

import io.banwatch.simulate.traffic.Failure;
import io.banwatch.simulate.traffic.Part;
import io.banwatch.simulate.traffic.Time;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** The vendor disables the account: every key of it is refused, and people give up. */
final class AccountDisabled extends Story {
  private static final long NOTICED_AFTER = 30 * Time.MINUTE;
  private static final double STILL_TRYING = 0.15;

  AccountDisabled() {
    super(
        "account-disabled",
        Reach.ACCOUNT,
        "the vendor disables the account",
        "every request of the account is refused from then on, a few are tried again, and after 30"
            + " minutes only 15 % still come");
  }

  @Override
  public List<String> signals() {
    return List.of("account-disabled");
  }

  @Override
  public Part part(Stage stage) {
    UniformRandomProvider patience = stage.random("patience");
    return Part.changing(
        request -> {
          if (request.start < stage.at() || request.subscription != null) {
            return request;
          }
          boolean noticed = request.start >= stage.at() + NOTICED_AFTER;
          if (noticed && patience.nextDouble() >= STILL_TRYING) {
            return null;
          }
          if (request.failure != Failure.UNKNOWN_MODEL) {
            request.failure = Failure.ACCOUNT_DISABLED;
          }
          return stage.touch(request);
        });
  }
}
