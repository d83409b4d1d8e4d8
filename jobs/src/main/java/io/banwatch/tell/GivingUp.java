package io.banwatch.tell;

/** Makes dead letters of one receiver's waiting changes. */
final class GivingUp {
  private final ReceiverContext context;
  private final int mostWaiting;
  private final Store store;
  private final Backlog backlog;

  /**
   * @param mostWaiting so many changes wait at most
   */
  GivingUp(ReceiverContext context, int mostWaiting) {
    this.context = context;
    this.mostWaiting = mostWaiting;
    this.store = context.store();
    this.backlog = context.backlog();
  }

  /** Gives up what waits of an episode. A mere repeat is no loss, and no dead letter. */
  void waiting(String id, DeadReason reason, ReceiverState state, long now) {
    WaitingEpisode episode = store.episode(id);
    backlog.remove(id);
    if (episode == null) {
      return;
    }
    if (episode.isRepeat()) {
      episode.repeatLater(now + context.repeatMillis());
      store.put(id, episode);
      backlog.put(id, episode);
      return;
    }
    if (episode.isWaiting()) {
      letter(id, episode, reason, state, now);
    }
    episode.abandon(now);
    store.put(id, episode);
  }

  private void letter(
      String id, WaitingEpisode episode, DeadReason reason, ReceiverState state, long now) {
    context.tally().count(Outcome.DEAD);
    DeadLetter letter =
        new DeadLetter(
            context.receiver().name(),
            id,
            episode.waitingSequence,
            reason.word(),
            state.lastStatus,
            state.lastAnswer,
            now,
            episode.waiting);
    context.outlet().deadLetter(letter);
    if (reason != DeadReason.RECEIVER_GONE) {
      // Of the others it is said once that the receiver is gone.
      context.news().dead(letter, now);
    }
  }

  /** Gives up the oldest while more wait than may. */
  void tooMany(ReceiverState state, long now) {
    while (backlog.waiting() > mostWaiting) {
      waiting(backlog.longestWaiting(), DeadReason.BACKLOG_FULL, state, now);
    }
  }
}
