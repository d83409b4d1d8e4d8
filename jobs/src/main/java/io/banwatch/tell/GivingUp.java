package io.banwatch.tell;

/** Makes dead letters of one receiver's waiting changes. */
final class GivingUp {
  private final String receiver;
  private final int mostWaiting;
  private final long repeatMillis;
  private final Store store;
  private final Backlog backlog;
  private final Outlet outlet;
  private final Tally tally;

  GivingUp(
      String receiver,
      int mostWaiting,
      long repeatMillis,
      Store store,
      Backlog backlog,
      Outlet outlet,
      Tally tally) {
    this.receiver = receiver;
    this.mostWaiting = mostWaiting;
    this.repeatMillis = repeatMillis;
    this.store = store;
    this.backlog = backlog;
    this.outlet = outlet;
    this.tally = tally;
  }

  /** Gives up what waits of an episode. A mere repeat is no loss, and no dead letter. */
  void waiting(String id, DeadReason reason, ReceiverState state, long now) {
    WaitingEpisode episode = store.episode(id);
    backlog.remove(id);
    if (episode == null) {
      return;
    }
    if (episode.isRepeat()) {
      episode.repeatLater(now + repeatMillis);
      store.put(id, episode);
      backlog.put(id, episode);
      return;
    }
    if (episode.isWaiting()) {
      tally.count(Outcome.DEAD);
      outlet.deadLetter(
          new DeadLetter(
              receiver,
              id,
              episode.waitingSequence,
              reason.word(),
              state.lastStatus,
              state.lastAnswer,
              now,
              episode.waiting));
    }
    episode.abandon(now);
    store.put(id, episode);
  }

  /** Gives up the oldest while more wait than may. */
  void tooMany(ReceiverState state, long now) {
    while (backlog.waiting() > mostWaiting) {
      waiting(backlog.longestWaiting(), DeadReason.BACKLOG_FULL, state, now);
    }
  }
}
