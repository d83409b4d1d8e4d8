package io.banwatch.log;

/**
 * A file as it stands in a directory at one moment.
 *
 * @param source its path
 * @param place its place in its chain
 * @param named whether the user named it, or its directory; else it only belongs to the chain of
 *     one that is named
 * @param fileKey the file system's own identity of it, or empty
 * @param bytes its size on disk
 * @param modifiedMillis when it was changed last, epoch milliseconds
 */
record Sighting(
    String source,
    ChainPlace place,
    boolean named,
    String fileKey,
    long bytes,
    long modifiedMillis) {
  /** Whether nothing was written to it since it looked like that. */
  boolean isUnchanged(Sighting before) {
    return fileKey.equals(before.fileKey)
        && bytes == before.bytes
        && modifiedMillis == before.modifiedMillis;
  }

  LogFile toFile(int number) {
    return new LogFile(source, false, number, LogFile.UNKNOWN_TIME, bytes);
  }
}
