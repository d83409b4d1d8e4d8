package io.banwatch.tell;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.Explanation;
import io.banwatch.alert.Fact;
import io.banwatch.alert.Severity;
import io.banwatch.alert.Subject;
import io.banwatch.policy.Receiver;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/** The alert about Banwatch itself: a receiver has answered 410, and is told nothing any more. */
final class ReceiverGone {
  /** The name that stands where other alerts have their signal. */
  static final String SIGNAL = "receiver-gone";

  private static final int ID_LENGTH = 24;

  private ReceiverGone() {}

  /** What a person at the terminal is told. */
  static String words(Receiver receiver, ReceiverState state) {
    return "receiver "
        + receiver.name()
        + " answered "
        + state.lastStatus
        + " (gone): it is told nothing any more. Change its address, or take it up again with:"
        + " banwatch notify dead-letters --redeliver";
  }

  /** It has begun. */
  static Alert firing(Receiver receiver, ReceiverState state, String policy) {
    return alert(receiver, state.goneSince, policy, AlertStatus.FIRING, state.goneSince);
  }

  /** It is over. */
  static Alert resolved(Receiver receiver, long goneSince, String policy, long now) {
    return alert(receiver, goneSince, policy, AlertStatus.RESOLVED, now);
  }

  private static Alert alert(
      Receiver receiver, long goneSince, String policy, AlertStatus status, long changedAt) {
    String name = SIGNAL + '\n' + receiver.name() + '\n' + goneSince;
    String id =
        DigestUtils.sha256Hex(name.getBytes(StandardCharsets.UTF_8)).substring(0, ID_LENGTH);
    boolean resolved = status == AlertStatus.RESOLVED;
    return new Alert(
        id,
        resolved ? 2 : 1,
        status,
        Severity.CRITICAL,
        SIGNAL,
        Subject.ofAccount("banwatch", "receiver " + receiver.name()),
        policy,
        goneSince,
        changedAt,
        resolved ? (Long) changedAt : null,
        new Explanation(
            "The receiver " + receiver.name() + " is told no alerts any more: it answered 410.",
            "An address that answers 410 asks never to be used again; whoever read alerts there"
                + " reads none now.",
            List.of(
                Fact.of("receiver", receiver.name()),
                Fact.of("observed", 410),
                Fact.of("unit", "HTTP status")),
            List.of(
                "Give the receiver " + receiver.name() + " its new address in the policy.",
                "What it was not told stands in dead-letters.jsonl; banwatch notify dead-letters"
                    + " --redeliver tells it.")));
  }
}
