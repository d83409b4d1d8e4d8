package io.banwatch.tell;

/** How one receiver does, in Flink's state. A POJO: fields are public. */
public final class ReceiverState {
  /** So many attempts must fail in a row before the receiver, not the message, is to blame. */
  static final int AWAY_AFTER = 3;

  /** Attempts that failed since the last that did not. */
  public int failures;

  /** It is left alone until then, epoch milliseconds. */
  public long pausedUntil;

  /** Whether the receiver itself asked for that. */
  public boolean askedForPause;

  /** The last failed attempt's status. */
  public int lastStatus;

  /** The last failed attempt's answer, or null. */
  public String lastAnswer;

  /** When it wanted nothing any more, epoch milliseconds; 0 while it does. */
  public long goneSince;

  /** The address that wanted nothing any more, as its hash; null while it does. */
  public String goneAddress;

  /** Flink makes them. */
  public ReceiverState() {}

  /** Whether it takes nothing at the moment. */
  boolean isAway() {
    return failures >= AWAY_AFTER;
  }

  boolean isGone() {
    return goneSince > 0;
  }

  /** It takes messages. */
  void recovered() {
    failures = 0;
    pausedUntil = 0;
    askedForPause = false;
  }

  /** It wants messages again. */
  void reopen() {
    recovered();
    goneSince = 0;
    goneAddress = null;
  }
}
