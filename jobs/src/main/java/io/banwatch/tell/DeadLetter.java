package io.banwatch.tell;

import io.banwatch.alert.Alert;

/**
 * A change that one receiver was not told, and will not be unless someone asks for it.
 *
 * @param receiver the receiver's name
 * @param id the alert's id
 * @param sequence the alert's sequence
 * @param reason why it was given up, a word of {@link DeadReason}
 * @param status the last answer's status; 0 when nobody answered
 * @param answer the last answer's first characters, as they came, or what failed; null for none
 * @param at when it was given up, epoch milliseconds
 * @param line the alert log's line
 */
public record DeadLetter(
    String receiver,
    String id,
    int sequence,
    String reason,
    int status,
    String answer,
    long at,
    String line) {

  /** The same letter, of another line of the same alert. */
  DeadLetter with(Alert alert) {
    return new DeadLetter(
        receiver, id, alert.sequence(), reason, status, answer, at, Lines.of(alert));
  }
}
