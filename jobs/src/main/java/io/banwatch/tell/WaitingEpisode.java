package io.banwatch.tell;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertStatus;

/**
 * What one receiver was told of one episode, and what it has still to be told: of several changes
 * the newest alone, so that a receiver that was away is told how things stand and not how they came
 * about. A POJO of Flink: fields are public.
 */
public final class WaitingEpisode {
  /** The newest change that was taken, told or not; 0 for none. */
  public int knownSequence;

  /** The change to be told, a line of the alert log; null when there is none. */
  public String waiting;

  /** Its sequence, or 0. */
  public int waitingSequence;

  /** Whether it ends the episode. */
  public boolean waitingResolved;

  /** Its {@code changedAt}, epoch milliseconds: the order in which a backlog is told. */
  public long changedAt;

  /** When it first could have been told; the day of its retries counts from here. */
  public long dueSince;

  /** When it is tried next. */
  public long nextTryAt;

  /** How many attempts at it have failed. */
  public int failures;

  /** The line last told, where the format tells it again; else null. */
  public String told;

  /** The sequence last told, or 0. */
  public int toldSequence;

  /** When the told line is told again; 0 for never. */
  public long repeatAt;

  /** When the episode's end was told, or needed no telling; 0 while it is open. */
  public long overSince;

  /** The vendor and account that it is about: what a digest puts together. */
  public String group;

  /** Flink makes them. */
  public WaitingEpisode() {}

  /**
   * Takes a change.
   *
   * @param line the alert as its line
   * @param tellsResolved whether the receiver wants to hear of ends
   * @return whether something new waits; false for what it knows already, and for an end that it
   *     need not hear of
   */
  boolean take(Alert alert, String line, boolean tellsResolved, long now) {
    if (isKnown(alert.sequence())) {
      return false;
    }
    boolean resolved = alert.status() == AlertStatus.RESOLVED;
    if (resolved && !tellsResolved && toldSequence > 0) {
      knownSequence = alert.sequence();
      end(now);
      return false;
    }
    put(alert, line, now);
    return true;
  }

  /** Whether a line of this sequence says nothing new. */
  boolean isKnown(int sequence) {
    return overSince > 0 || sequence <= knownSequence;
  }

  /** Takes a change that was given up before; false when the receiver knows as much or more. */
  boolean takeAgain(Alert alert, String line, long now) {
    if (alert.sequence() <= toldSequence || alert.sequence() <= waitingSequence) {
      return false;
    }
    put(alert, line, now);
    return true;
  }

  private void put(Alert alert, String line, long now) {
    knownSequence = Math.max(knownSequence, alert.sequence());
    waiting = line;
    waitingSequence = alert.sequence();
    waitingResolved = alert.status() == AlertStatus.RESOLVED;
    changedAt = alert.changedAt();
    group = alert.subject().vendor() + '\n' + alert.subject().account();
    dueSince = now;
    nextTryAt = now;
    failures = 0;
    overSince = 0;
  }

  /** Whether the receiver hears of the episode first when it is over. */
  boolean isMeanwhile() {
    return waitingResolved && toldSequence == 0;
  }

  /** Whether what waits was told before and is told once more. */
  boolean isRepeat() {
    return isWaiting() && waitingSequence <= toldSequence;
  }

  boolean isWaiting() {
    return waiting != null;
  }

  /**
   * What was in flight has arrived.
   *
   * @param sent what it was
   * @param repeatMillis after how long it is told again, or 0 for never
   */
  void delivered(Sent sent, boolean tellsResolved, long repeatMillis, long now) {
    if (overSince > 0) {
      return;
    }
    boolean newest = isWaiting() && waitingSequence == sent.sequence();
    toldSequence = Math.max(toldSequence, sent.sequence());
    told = repeatMillis > 0 ? sent.line() : null;
    repeatAt = repeatMillis > 0 ? now + repeatMillis : 0;
    if (waitingResolved && (newest || !tellsResolved)) {
      end(now);
    } else if (newest) {
      forgetWaiting();
    }
  }

  /** What waits will not be told. */
  void abandon(long now) {
    if (waitingResolved) {
      end(now);
    } else {
      forgetWaiting();
    }
  }

  /** The attempt failed. */
  void failed(long nextTry) {
    failures++;
    nextTryAt = nextTry;
  }

  /** It is not told before then, and nobody is to blame. */
  void hold(long until) {
    dueSince = until;
    nextTryAt = until;
  }

  /** Whether it waits for the end of a silence. */
  boolean isHeld(long now) {
    return isWaiting() && dueSince > now;
  }

  /** Tells the told line once more. */
  void repeat(long now) {
    waiting = told;
    waitingSequence = toldSequence;
    waitingResolved = false;
    dueSince = now;
    nextTryAt = now;
    failures = 0;
    repeatAt = 0;
  }

  /** The repeat did not arrive; another follows. */
  void repeatLater(long at) {
    forgetWaiting();
    repeatAt = at;
  }

  private void forgetWaiting() {
    waiting = null;
    waitingSequence = 0;
    waitingResolved = false;
    failures = 0;
  }

  private void end(long now) {
    forgetWaiting();
    told = null;
    repeatAt = 0;
    overSince = now;
  }
}
