package io.banwatch.receive;

import io.banwatch.policy.UsageLogLimits;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A usage log on this machine: a directory of segments, of which the newest is appended to. One
 * thread writes; what several callers append meanwhile becomes durable with one call to the disk.
 * Thread-safe.
 */
public final class UsageLog implements Closeable {
  private static final int MOST_WAITING = 1024;
  private static final int MOST_IN_GROUP = 256;
  private static final long LOOK_MILLIS = 1_000;
  private static final String CLOSED = "the usage log is closed";

  private final BlockingQueue<Append> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final SegmentWriter writer;
  private final Thread thread;
  private volatile boolean closing;
  private volatile boolean closed;

  /** Lines, and who waits for them. */
  private static final class Append {
    private final byte[] lines;
    private final CompletableFuture<Void> durable = new CompletableFuture<>();

    private Append(byte[] lines) {
      this.lines = lines;
    }
  }

  private UsageLog(SegmentWriter writer) {
    this.writer = writer;
    thread = new Thread(this::run, "usage-log");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Opens a log, creating the directory when there is none, and goes on after its last whole line.
   *
   * @param clock names segments and tells their age
   * @param messages is told, in a line each, what goes wrong in the background
   * @throws LockedLogException when another process writes to it
   * @throws IOException when it cannot be written
   */
  public static UsageLog open(
      Path directory, UsageLogLimits limits, InstantSource clock, Consumer<String> messages)
      throws IOException {
    return open(directory, limits, clock, messages, ChannelFile::open);
  }

  /** With other files. */
  static UsageLog open(
      Path directory,
      UsageLogLimits limits,
      InstantSource clock,
      Consumer<String> messages,
      SegmentFiles files)
      throws IOException {
    try {
      Files.createDirectories(directory);
      return new UsageLog(new SegmentWriter(directory, limits, clock, messages, files));
    } catch (LockedLogException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(
          "cannot use the usage log "
              + directory
              + ", a directory that can be written is expected: "
              + e.getClass().getSimpleName()
              + " "
              + e.getMessage(),
          e);
    }
  }

  /**
   * Appends whole lines and returns when they are durable. When it throws, none, some or all of
   * them may be in the log, each of them whole.
   *
   * @param lines each ends with a newline; not changed afterwards
   * @throws IOException when the log cannot be written: try again later
   */
  public void append(byte[] lines) throws IOException {
    if (lines.length == 0) {
      return;
    }
    Append append = new Append(lines);
    try {
      if (closing || closed) {
        throw new IOException(CLOSED);
      }
      waiting.put(append);
      if (closed && waiting.remove(append)) {
        throw new IOException(CLOSED);
      }
      append.durable.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while writing to the usage log", e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getMessage(), e.getCause());
    }
  }

  /** How often the disk refused to make something durable. */
  public long forceFailures() {
    return writer.forceFailures();
  }

  /** How many segments there are, the open one with them. */
  public int segments() {
    return writer.segments();
  }

  /** Why the last append failed; null when it did not. */
  public String fault() {
    return closed && !closing ? "the thread that writes has ended" : writer.fault();
  }

  private void run() {
    List<Append> group = new ArrayList<>();
    try {
      while (!closing || !waiting.isEmpty()) {
        Append first = next();
        if (first != null) {
          group.add(first);
          waiting.drainTo(group, MOST_IN_GROUP);
          commit(group);
          group.clear();
        }
        writer.rotateWhenDue();
      }
    } finally {
      // Also by an error of the machine, such as no memory: nobody may wait for ever.
      closed = true;
      group.forEach(UsageLog::refuse);
      for (Append late = waiting.poll(); late != null; late = waiting.poll()) {
        refuse(late);
      }
    }
  }

  private static void refuse(Append late) {
    late.durable.completeExceptionally(new IOException(CLOSED));
  }

  private Append next() {
    try {
      return waiting.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts the thread that writes", e);
    }
  }

  private void commit(List<Append> group) {
    try {
      writer.write(group.stream().map(append -> append.lines).toList());
      group.forEach(append -> append.durable.complete(null));
    } catch (IOException | RuntimeException e) {
      group.forEach(append -> append.durable.completeExceptionally(e));
    }
  }

  /** Makes durable what was appended until now, and lets go of the directory. */
  @Override
  public void close() throws IOException {
    closing = true;
    // Wakes the thread. An interrupt would close the file under its hands.
    boolean unused = waiting.offer(new Append(new byte[0]));
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while closing the usage log", e);
    }
    writer.close();
  }
}
