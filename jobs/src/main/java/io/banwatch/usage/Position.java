package io.banwatch.usage;

/**
 * Where a value stands in the log.
 *
 * @param source the file's name as given, or {@code -} for standard input
 * @param offset the byte at which the value starts, in the uncompressed file
 * @param bytes how long it is
 * @param index its place inside an array that starts at {@code offset}, from 0; -1 when it stands
 *     alone
 */
public record Position(String source, long offset, long bytes, int index) {}
