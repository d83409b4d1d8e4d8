package io.banwatch.log;

/**
 * One file of the log, as discovery found it.
 *
 * @param source its name as given, or as found under the directory given; {@code -} for standard
 *     input. Also its identity: discovery never gives two files one name
 * @param stream whether it can be read only once, from its beginning: standard input, a pipe
 * @param order its place among the files, from 0: decides between records of equal time
 * @param firstMillis the time of its first event, epoch milliseconds; {@link #UNKNOWN_TIME} when
 *     nobody looked or its head has none, and then its turn comes before all others'
 * @param bytes its size on disk, compressed or not; 0 when unknown
 */
public record LogFile(String source, boolean stream, int order, long firstMillis, long bytes) {
  /** Sorts before every time. */
  public static final long UNKNOWN_TIME = Long.MIN_VALUE;

  /** The name of standard input. */
  public static final String STANDARD_INPUT = "-";

  LogFile withOrder(int place) {
    return new LogFile(source, stream, place, firstMillis, bytes);
  }

  LogFile withFirstMillis(long millis) {
    return new LogFile(source, stream, order, millis, bytes);
  }
}
