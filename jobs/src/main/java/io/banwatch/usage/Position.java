package io.banwatch.usage;

/**
 * Where a value stands in the log.
 *
 * @param source the file's name as given, or {@code -} for standard input
 * @param offset the byte at which the value starts, in the uncompressed file. The elements of an
 *     array have their own; only those of an array that a decoder was handed whole have the array's
 * @param bytes how long the value at {@code offset} is
 * @param index its place inside the array around it, from 0; -1 when it stands alone
 */
public record Position(String source, long offset, long bytes, int index) {}
