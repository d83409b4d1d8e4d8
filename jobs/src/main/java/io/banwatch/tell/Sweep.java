package io.banwatch.tell;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** The end of everything that is kept for one receiver: looked for every few minutes. */
final class Sweep {
  private static final long EVERY_MILLIS = TimeUnit.MINUTES.toMillis(10);

  /** So long a repeated line is recognised after its episode's end. */
  static final long KNOWN_MILLIS = TimeUnit.HOURS.toMillis(24);

  /** An episode of which nothing was heard for so long has lost its end. */
  static final long OPEN_MILLIS = TimeUnit.DAYS.toMillis(90);

  private final RetrySchedule schedule;
  private final Store store;
  private final Backlog backlog;
  private final GivingUp givingUp;
  private long nextAt;
  private boolean empty = true;

  Sweep(ReceiverContext context, GivingUp givingUp) {
    this.schedule = context.schedule();
    this.store = context.store();
    this.backlog = context.backlog();
    this.givingUp = givingUp;
  }

  /** The job starts: what has grown old while it was stopped is tried before it is given up. */
  void begin(long now) {
    nextAt = now + EVERY_MILLIS;
  }

  /** Looks, if it is time. */
  void ifDue(ReceiverState state, long now) {
    if (now < nextAt) {
      empty = false;
      return;
    }
    nextAt = now + EVERY_MILLIS;
    empty = true;
    for (String id : store.episodes()) {
      WaitingEpisode episode = store.episode(id);
      // While a receiver is away its messages are not all tried one by one.
      if (state.isAway()
          && episode.isWaiting()
          && !backlog.isInFlight(id)
          && schedule.isOver(episode.dueSince, now)) {
        givingUp.waiting(id, DeadReason.EXPIRED, state, now);
      }
      if (isForgotten(episode, now)) {
        backlog.remove(id);
        store.remove(id);
      } else {
        empty = false;
      }
    }
    store.forgetDigestsBefore(now);
  }

  private static boolean isForgotten(WaitingEpisode episode, long now) {
    boolean over = episode.overSince > 0 && now - episode.overSince >= KNOWN_MILLIS;
    boolean lost = !episode.isWaiting() && now - episode.dueSince >= OPEN_MILLIS;
    return over || lost;
  }

  /** When to look again; empty when nothing is kept. */
  OptionalLong next() {
    return empty ? OptionalLong.empty() : OptionalLong.of(nextAt);
  }
}
