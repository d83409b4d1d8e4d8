package io.banwatch.tell;

import io.banwatch.alert.Alert;
import java.util.function.Consumer;

/**
 * A receiver that the policy does not name any more: of it nothing is kept but dead letters. Named
 * again, it takes them by {@code --redeliver}.
 */
final class RemovedReceiver {
  private final String name;
  private final Consumer<DeadLetter> letters;
  private final Consumer<String> person;

  /**
   * @param name the receiver's
   * @param letters takes what is given up
   * @param person hears a sentence at a time
   */
  RemovedReceiver(String name, Consumer<DeadLetter> letters, Consumer<String> person) {
    this.name = name;
    this.letters = letters;
    this.person = person;
  }

  /** Makes dead letters of everything that waits for it, and forgets it. */
  void giveUpAll(KeyedStore store, long now) {
    ReceiverState state = store.receiver();
    int given = 0;
    for (String id : store.episodes()) {
      WaitingEpisode episode = store.episode(id);
      if (episode.isWaiting() && !episode.isRepeat()) {
        given++;
        letters.accept(
            letter(
                id,
                episode.waitingSequence,
                state.lastStatus,
                state.lastAnswer,
                now,
                episode.waiting));
      }
    }
    store.clear();
    if (given > 0) {
      person.accept(
          "the policy names no receiver "
              + name
              + " any more, and "
              + (given == 1
                  ? "1 alert that waited for it is a dead letter now; name it again to redeliver it"
                  : given
                      + " alerts that waited for it are dead letters now; name it again to"
                      + " redeliver them"));
    }
  }

  /** What someone asked to tell it again is a dead letter once more. */
  void refuse(Addressed addressed, long now) {
    Alert alert = Lines.alert(addressed.line());
    letters.accept(letter(alert.id(), alert.sequence(), 0, null, now, addressed.line()));
    person.accept(
        "alert "
            + alert.id()
            + "-"
            + alert.sequence()
            + " stays a dead letter: the policy names no receiver "
            + name
            + "; name it again first");
  }

  private DeadLetter letter(
      String id, int sequence, int status, String answer, long now, String line) {
    String reason = DeadReason.RECEIVER_REMOVED.word();
    return new DeadLetter(name, id, sequence, reason, status, answer, now, line);
  }
}
