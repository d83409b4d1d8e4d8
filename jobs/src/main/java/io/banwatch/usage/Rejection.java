package io.banwatch.usage;

/**
 * A value that was not understood. Never holds the value itself: it may carry prompts or secrets.
 *
 * @param position where it stands
 * @param reason why, from the closed list
 * @param field the field that is at fault, or null
 * @param detail a short explanation without any text of the value
 */
public record Rejection(Position position, Reason reason, String field, String detail) {}
