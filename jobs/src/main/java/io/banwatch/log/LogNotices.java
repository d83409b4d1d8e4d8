package io.banwatch.log;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a source noticed about its files: one that may not be read, was cut, vanished. The newest
 * {@link #KEPT} are kept. Found by the source's token, as {@link ReadProgress} is.
 */
public final class LogNotices {
  /** How many are kept. */
  public static final int KEPT = 100;

  private static final Map<String, LogNotices> BY_TOKEN = new ConcurrentHashMap<>();

  private final Deque<LogNotice> newest = new ArrayDeque<>();
  private long count;

  static LogNotices of(String token) {
    return BY_TOKEN.computeIfAbsent(token, unused -> new LogNotices());
  }

  static void forget(String token) {
    BY_TOKEN.remove(token);
  }

  synchronized void tell(String source, String words) {
    count++;
    newest.addLast(new LogNotice(Instant.now(), source, words));
    if (newest.size() > KEPT) {
      newest.removeFirst();
    }
  }

  /**
   * What was noticed meanwhile.
   *
   * @param count how many notices there were in all
   * @param notices those that are new, as far as they are kept, oldest first
   */
  public record News(long count, List<LogNotice> notices) {}

  /**
   * What was noticed since a {@link News} before.
   *
   * @param told its {@code count}; 0 for none
   */
  public synchronized News since(long told) {
    int fresh = (int) Math.min(newest.size(), count - told);
    return new News(count, newest().subList(newest.size() - fresh, newest.size()));
  }

  /** The newest, oldest first. */
  synchronized List<LogNotice> newest() {
    return List.copyOf(newest);
  }
}
