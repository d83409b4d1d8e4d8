package io.banwatch.receive;

import java.time.Duration;

/**
 * What a receiver takes from a stranger.
 *
 * @param longestBody bytes of a body, after decompression, at least 1
 * @param longestRecord bytes of one record; a longer one is rejected
 * @param gzipRatio how many times larger than its compressed bytes a body may become
 * @param headerBytes of all headers of a request
 * @param connections open at the same time; further ones wait
 * @param resting connections that may be open while no request of theirs is worked on; beyond that,
 *     the one that rests longest is closed
 * @param requests worked on at the same time; further ones wait
 * @param idle how long a connection may say nothing, and how long the headers of a request may take
 *     after the connection was opened or the last answer was given
 * @param bytesPerSecond a body that comes slower than this, after a first {@code idle}, is given up
 */
public record ReceiverLimits(
    long longestBody,
    int longestRecord,
    int gzipRatio,
    int headerBytes,
    int connections,
    int resting,
    int requests,
    Duration idle,
    int bytesPerSecond) {
  private static final long LONGEST_BODY = 256L << 20;
  private static final int LONGEST_RECORD = 10 << 20;
  private static final int GZIP_RATIO = 300;
  private static final int HEADER_BYTES = 16 << 10;
  private static final int CONNECTIONS = 256;
  private static final int RESTING = 64;
  private static final int REQUESTS = 16;
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final int BYTES_PER_SECOND = 1 << 10;

  /**
   * 256 MB, records of 10 MB, compressed to a 300th, headers of 16 KB, 256 connections of which 64
   * may rest, 16 requests at once, 30 s, 1 KB/s. A batch of LiteLLM has 512 records, 2 to 4 MB
   * without prompts; gzip makes a 10th to a 100th of it.
   */
  public static ReceiverLimits defaults() {
    return new ReceiverLimits(
        LONGEST_BODY,
        LONGEST_RECORD,
        GZIP_RATIO,
        HEADER_BYTES,
        CONNECTIONS,
        RESTING,
        REQUESTS,
        IDLE,
        BYTES_PER_SECOND);
  }

  /** The same with another limit for a body, in bytes. */
  public ReceiverLimits withLongestBody(long bytes) {
    return new ReceiverLimits(
        bytes,
        longestRecord,
        gzipRatio,
        headerBytes,
        connections,
        resting,
        requests,
        idle,
        bytesPerSecond);
  }

  /** The same with another limit for a record, in bytes. */
  public ReceiverLimits withLongestRecord(int bytes) {
    return new ReceiverLimits(
        longestBody,
        bytes,
        gzipRatio,
        headerBytes,
        connections,
        resting,
        requests,
        idle,
        bytesPerSecond);
  }

  /** The same with another number of connections that may rest. */
  public ReceiverLimits withResting(int number) {
    return new ReceiverLimits(
        longestBody,
        longestRecord,
        gzipRatio,
        headerBytes,
        connections,
        number,
        requests,
        idle,
        bytesPerSecond);
  }

  /** The same with another patience. */
  public ReceiverLimits withIdle(Duration silence) {
    return new ReceiverLimits(
        longestBody,
        longestRecord,
        gzipRatio,
        headerBytes,
        connections,
        resting,
        requests,
        silence,
        bytesPerSecond);
  }
}
