package io.banwatch.tell;

/**
 * A line of the alert log on its way to one receiver.
 *
 * @param receiver the receiver's name
 * @param suited whether the policy means it for this receiver; a line that is not goes there all
 *     the same, since whoever was told of an episode is told of its end
 * @param again whether someone asked to tell a dead letter again
 * @param line the line, without its newline
 */
public record Addressed(String receiver, boolean suited, boolean again, String line) {}
