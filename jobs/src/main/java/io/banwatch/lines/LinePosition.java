package io.banwatch.lines;

/**
 * A place in a log of lines that rotates. A file is known by its first line, which stays when it is
 * renamed and gzipped.
 *
 * @param head the hash of the first line of the file; empty before the first file
 * @param offset where the next line begins, uncompressed bytes from the file's beginning
 */
record LinePosition(String head, long offset) {
  /** Before everything. */
  static final LinePosition BEGINNING = new LinePosition("", 0);
}
