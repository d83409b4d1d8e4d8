package io.banwatch.log;

import java.time.Instant;

/**
 * Something that a source noticed about its files, other than a record.
 *
 * @param time when, by the wall clock
 * @param source the file or directory
 * @param words what, for people
 */
public record LogNotice(Instant time, String source, String words) {}
