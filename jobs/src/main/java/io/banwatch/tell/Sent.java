package io.banwatch.tell;

/**
 * A change that is on its way to a receiver.
 *
 * @param episode the alert's id
 * @param sequence the change's sequence
 * @param line the alert log's line
 * @param meanwhile whether it tells of an episode that is over already, for the first time
 */
record Sent(String episode, int sequence, String line, boolean meanwhile) {}
