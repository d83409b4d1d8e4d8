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

  /** How many there were. */
  public synchronized long count() {
    return count;
  }

  /** The newest, oldest first. */
  public synchronized List<LogNotice> newest() {
    return List.copyOf(newest);
  }
}
