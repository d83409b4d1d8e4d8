package io.banwatch.tell;

import io.banwatch.webhook.Notice;
import java.util.List;

/** What one receiver's deliveries set off. */
interface Outlet {
  /** Sends a notice; its answer comes back later, with what was sent. */
  void send(Notice notice, List<Sent> sent, long now);

  /** Gives a change up. */
  void deadLetter(DeadLetter letter);

  /** Tells a person, a sentence at a time. */
  void say(String words);

  /** Wants to be called at a time, epoch milliseconds. */
  void wakeAt(long at);

  /** The receiver wants nothing any more. */
  void gone(ReceiverState state, long now);

  /** The receiver wants messages again, after it was gone since then. */
  void reopened(long goneSince, long now);

  /** What stands for the receiver's present address. */
  String addressHash();
}
