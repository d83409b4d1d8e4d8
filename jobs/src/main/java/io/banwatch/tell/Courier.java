package io.banwatch.tell;

import io.banwatch.policy.Receiver;
import io.banwatch.webhook.Notice;
import java.io.Serializable;
import java.util.function.Consumer;

/** Brings notices to receivers. */
interface Courier extends AutoCloseable {
  /**
   * Sends without waiting.
   *
   * @param now when, epoch milliseconds
   * @param answered is told once what came of it, by any thread; whatever fails becomes an answer
   */
  void deliver(Receiver receiver, Notice notice, long now, Consumer<Answer> answered);

  /**
   * What stands for the receiver's present address, so that a change is noticed.
   *
   * @return never the address itself
   */
  String addressHash(Receiver receiver);

  @Override
  void close();

  /** Makes one where deliveries run. */
  interface Maker extends Serializable {
    /** A courier for the receivers of this JVM's environment. */
    Courier make();
  }
}
