package io.banwatch.store;

import java.util.EnumMap;
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

  /** A request that takes longer may be said to take long. */
  private static final long LATE_MILLIS = 5_000;

  private static final Map<String, StoreProgress> BY_NAME = new ConcurrentHashMap<>();

  private final String name;
  private final Consumer<String> messages;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong stored = new AtomicLong();
  private final AtomicLong rejected = new AtomicLong();
  private final Map<Refusal, Long> refused = new ConcurrentHashMap<>();
  private volatile Trouble trouble;
  private volatile Request request;
  private volatile boolean proven;

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

  /** Those of them that InfluxDB has refused, by the reason. */
  public Map<Refusal, Long> refused() {
    Map<Refusal, Long> counts = new EnumMap<>(Refusal.class);
    counts.putAll(refused);
    return counts;
  }

  /**
   * Why nothing is stored; null while all is well, or nothing was tried yet.
   *
   * @param nowMillis wall clock: an answer that is late is trouble before it fails
   */
  public Trouble trouble(long nowMillis) {
    Trouble failed = trouble;
    Request waitsFor = request;
    boolean isLate = waitsFor != null && nowMillis - waitsFor.sentMillis() > LATE_MILLIS;
    if (failed != null || !isLate) {
      return failed;
    }
    return new Trouble(
        waitsFor.sentMillis(),
        waitsFor.to() + " does not answer (it was asked, and is silent)",
        "");
  }

  /** Whether InfluxDB took what it was last given. */
  public boolean isProven() {
    return proven;
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

  /** A line was no point. */
  void unreadable() {
    rejected.incrementAndGet();
  }

  /** InfluxDB has refused so many. */
  void refused(int count, Refusal why) {
    waiting.addAndGet(-count);
    rejected.addAndGet(count);
    refused.merge(why, (long) count, Long::sum);
  }

  /** A request begins. */
  void asked(InfluxAddress address, long nowMillis) {
    request = new Request("InfluxDB at " + address.server(), nowMillis);
  }

  /** It has ended, in whatever way. */
  void answered() {
    request = null;
  }

  /** InfluxDB takes points. */
  void well() {
    trouble = null;
    proven = true;
  }

  /** It does not; the trouble began when the first of its requests did. */
  void failed(WriteAnswer answer, long askedMillis) {
    Trouble before = trouble;
    trouble =
        new Trouble(
            before == null ? askedMillis : before.sinceMillis(), answer.words(), answer.remedy());
    proven = false;
  }

  void tell(String words) {
    messages.accept(words);
  }

  /**
   * An outage.
   *
   * @param sinceMillis when the first request that failed was sent, epoch milliseconds
   * @param words what is wrong, a clause that names the server
   * @param remedy what to do, in whole sentences, or empty
   */
  public record Trouble(long sinceMillis, String words, String remedy) {}

  private record Request(String to, long sentMillis) {}
}
