package io.banwatch.log;

/**
 * A file of a log that is followed: what a checkpoint holds of it.
 *
 * @param number tells it from all others, whatever it is called; increases in the order in which
 *     files were found
 * @param source the name it had last
 * @param fileKey the file system's own identity of it, or empty
 * @param bytes its size on disk when it was last looked at, compressed or not
 * @param fingerprint of its head
 * @param position where reading it goes on
 * @param finished whether it was read to its end and another file follows it
 */
public record FollowedFile(
    int number,
    String source,
    String fileKey,
    long bytes,
    Fingerprint fingerprint,
    ReadPosition position,
    boolean finished) {
  FollowedFile numbered(int other) {
    return new FollowedFile(other, source, fileKey, bytes, fingerprint, position, finished);
  }

  FollowedFile at(ReadPosition newPosition, boolean nowFinished) {
    return new FollowedFile(number, source, fileKey, bytes, fingerprint, newPosition, nowFinished);
  }
}
