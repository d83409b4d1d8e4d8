package io.banwatch.store;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * How a store job in this JVM is doing. The job writes, anyone may ask; and by it the job's sources
 * know whether its writer has room.
 */
public final class StoreProgress {
  /** So many lines, some megabytes, wait in memory; the others in their logs. */
  private static final int ROOM = 10_000;

  private static final Map<String, StoreProgress> BY_NAME = new ConcurrentHashMap<>();

  private final String name;
  private final Consumer<String> messages;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong stored = new AtomicLong();
  private final AtomicLong rejected = new AtomicLong();
  private volatile Trouble trouble;

  private StoreProgress(String name, Consumer<String> messages) {
    this.name = name;
    this.messages = messages;
  }

  /**
   * One for one job, which finds it by its name.
   *
   * @param messages hears, in a sentence each, what a person should know
   */
  public static StoreProgress register(Consumer<String> messages) {
    StoreProgress progress = new StoreProgress(UUID.randomUUID().toString(), messages);
    BY_NAME.put(progress.name, progress);
    return progress;
  }

  /** That of a name. In a JVM where nobody has registered it, it tells nobody. */
  static StoreProgress of(String name) {
    return BY_NAME.computeIfAbsent(name, unknown -> new StoreProgress(unknown, words -> {}));
  }

  /** Nobody will ask any more. */
  public void forget() {
    BY_NAME.remove(name);
  }

  /** What names it in {@link StoreSettings}. */
  public String name() {
    return name;
  }

  /** Points that InfluxDB has taken since the start. What is sent again is counted again. */
  public long stored() {
    return stored.get();
  }

  /** Points that InfluxDB has refused, and lines that were none. */
  public long rejected() {
    return rejected.get();
  }

  /** Points that were read and are not stored. */
  public int waiting() {
    return waiting.get();
  }

  /** Why nothing is stored; null while all is well. */
  public Trouble trouble() {
    return trouble;
  }

  /** Whether more may be read. */
  boolean hasRoom() {
    return waiting.get() < ROOM;
  }

  /** A writer began: what an earlier one held is its own business. */
  void begin(int restored) {
    waiting.set(restored);
  }

  void taken() {
    waiting.incrementAndGet();
  }

  void stored(int count) {
    waiting.addAndGet(-count);
    stored.addAndGet(count);
  }

  void rejected(int count, boolean waited) {
    if (waited) {
      waiting.addAndGet(-count);
    }
    rejected.addAndGet(count);
  }

  void well() {
    trouble = null;
  }

  void failed(String words, long nowMillis) {
    Trouble before = trouble;
    trouble = new Trouble(before == null ? nowMillis : before.sinceMillis(), words);
  }

  void tell(String words) {
    messages.accept(words);
  }

  /**
   * An outage.
   *
   * @param sinceMillis when the first write failed, epoch milliseconds
   * @param words what is wrong
   */
  public record Trouble(long sinceMillis, String words) {}
}
