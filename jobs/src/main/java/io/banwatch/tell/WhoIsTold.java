package io.banwatch.tell;

import io.banwatch.policy.Policy;
import io.banwatch.policy.Receiver;
import io.banwatch.policy.Reference;
import io.banwatch.policy.Telling;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The policy's receivers and those named on the command line.
 *
 * @param policy names receivers, silences and links
 * @param webhooks addresses of more receivers, in the standard format
 */
record WhoIsTold(Policy policy, List<String> webhooks) implements Serializable {
  /** Signs what goes to the addresses of the command line. */
  static final String SECRET = "env:BANWATCH_WEBHOOK_SECRET";

  private static final String NAME = "webhook";

  WhoIsTold {
    webhooks = List.copyOf(webhooks);
  }

  /** What is wrong with the command line's receivers beside the policy's, a sentence each. */
  List<String> problems() {
    List<String> named = policy.telling().receivers().stream().map(Receiver::name).toList();
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < webhooks.size(); i++) {
      if (named.contains(name(i))) {
        problems.add(
            "--webhook "
                + (webhooks.size() == 1 ? "is" : (i + 1) + " is")
                + " told as the receiver `"
                + name(i)
                + "`, and the policy names one so as well; rename that one, or name the address in"
                + " the policy only");
      }
    }
    return problems;
  }

  private static String name(int webhook) {
    return webhook == 0 ? NAME : NAME + "-" + (webhook + 1);
  }

  /** How alerts are told: the first address is the receiver {@code webhook}, then webhook-2. */
  Telling telling() {
    Telling telling = policy.telling();
    List<Receiver> receivers = new ArrayList<>(telling.receivers());
    for (int i = 0; i < webhooks.size(); i++) {
      receivers.add(Receiver.standard(name(i), webhooks.get(i), new Reference(SECRET)));
    }
    return new Telling(
        receivers,
        telling.silences(),
        telling.dashboard(),
        telling.resendMillis(),
        telling.firingMillis());
  }
}
