package io.banwatch.tell;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tells a person how one receiver does: when it stops taking alerts, when it takes them again, and
 * what was given up. Dead letters are told of once a minute at most, with how many they are.
 */
final class ReceiverNews {
  private static final long EVERY_MILLIS = TimeUnit.MINUTES.toMillis(1);

  private final String receiver;
  private final Consumer<String> person;
  private DeadLetter newest;
  private int untold;
  private long nextAt;

  /**
   * @param receiver its name
   * @param person hears a sentence at a time
   */
  ReceiverNews(String receiver, Consumer<String> person) {
    this.receiver = receiver;
    this.person = person;
  }

  /**
   * It takes nothing at the moment.
   *
   * @param state how it last answered
   * @param hours for how long it is tried
   */
  void failing(ReceiverState state, int waiting, long hours) {
    person.accept(
        "receiver "
            + receiver
            + " takes no alerts now ("
            + answer(state.lastStatus, state.lastAnswer)
            + "); "
            + changes(waiting)
            + " for it, and each is tried for "
            + hours
            + " h");
  }

  /** It takes alerts again. */
  void back(int waiting) {
    person.accept(
        "receiver "
            + receiver
            + " takes alerts again"
            + (waiting == 0
                ? ""
                : "; "
                    + changes(waiting)
                    + (waiting == 1 ? " and is told now" : " and are told now")));
  }

  /** A change was given up. */
  void dead(DeadLetter letter, long now) {
    newest = letter;
    untold++;
    flush(now);
  }

  /** Tells of dead letters, if it is time. */
  void flush(long now) {
    if (untold == 0 || now < nextAt) {
      return;
    }
    person.accept(
        "receiver "
            + receiver
            + " was not told of "
            + (untold == 1 ? "alert " : untold + " changes, the last one of alert ")
            + newest.id()
            + "-"
            + newest.sequence()
            + " ("
            + newest.reason()
            + ": "
            + answer(newest.status(), newest.answer())
            + "); banwatch notify dead-letters shows them");
    untold = 0;
    nextAt = now + EVERY_MILLIS;
  }

  /** When there is more to tell; empty for never. */
  OptionalLong next() {
    return untold == 0 ? OptionalLong.empty() : OptionalLong.of(nextAt);
  }

  private static String changes(int waiting) {
    return waiting == 1 ? "1 alert waits" : waiting + " alerts wait";
  }

  /** Both are safe to show: {@link DeadLetters#answer} has seen them. */
  private static String answer(int status, String text) {
    String words = text == null || text.isBlank() ? "" : text;
    if (status == 0) {
      return words.isEmpty() ? "no answer" : words;
    }
    return words.isEmpty() ? Integer.toString(status) : status + " " + words;
  }
}
