package io.banwatch.benchmark;

import io.banwatch.gateway.Decoders;
import io.banwatch.policy.Policy;
import io.banwatch.policy.PolicyReader;
import io.banwatch.receive.Receiver;
import io.banwatch.receive.ReceiverCounts;
import io.banwatch.receive.ReceiverLimits;
import io.banwatch.receive.ReceiverSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Measures how much a receiver accepts durably, clients and receiver in one process. Beside it
 * stands a loop that only appends as many bytes as one batch leaves in the log and makes them
 * durable: no receiver with one client could answer more often.
 */
public final class ReceiveBenchmark {
  private static final int BATCH = 512;
  private static final int BATCHES = 16;
  private static final int KEYS = 200;
  private static final double NANOS = 1e9;

  private final Path directory;
  private final int seconds;
  private final Consumer<String> lines;
  private final Consumer<String> messages;

  /**
   * @param directory where logs are kept; exists and can be written
   * @param seconds how long each measurement takes, at least 1
   * @param lines receives the report
   * @param messages is told what is going on
   */
  public ReceiveBenchmark(
      Path directory, int seconds, Consumer<String> lines, Consumer<String> messages) {
    this.directory = directory;
    this.seconds = seconds;
    this.lines = lines;
    this.messages = messages;
  }

  /** Measures one and eight clients that post batches of 512 records of this size. */
  public void measure(RecordSize size) throws Exception {
    List<byte[]> batches = batches(size);
    for (int clients : List.of(1, 8)) {
      measure(size, batches, clients);
    }
  }

  private List<byte[]> batches(RecordSize size) throws IOException {
    BenchmarkLog log = BenchmarkLog.in(directory, size, (long) BATCH * BATCHES, KEYS, messages);
    List<byte[]> batches = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(log.file())) {
      StringBuilder body = new StringBuilder();
      int records = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        body.append(body.length() == 0 ? '[' : ',').append(line);
        if (++records % BATCH == 0) {
          batches.add(body.append(']').toString().getBytes(StandardCharsets.UTF_8));
          body.setLength(0);
        }
      }
    }
    return batches;
  }

  private void measure(RecordSize size, List<byte[]> batches, int clients) throws Exception {
    Path log = Files.createTempDirectory(directory, "receive");
    try (Receiver receiver = Receiver.startAlone(settings(log), messages)) {
      peaks().forEach(MemoryPoolMXBean::resetPeakUsage);
      long started = System.nanoTime();
      post(batches, clients, receiver.port(), started);
      double elapsed = (System.nanoTime() - started) / NANOS;
      ReceiverCounts counts = receiver.counts();
      long posts = counts.requests().getOrDefault(200, 0L);
      long each = counts.logBytes() / Math.max(1, posts);
      lines.accept(
          String.format(
              Locale.ROOT,
              "%s, %d clients: %,.0f records/s, %,.1f MB/s received, %,.1f MB/s logged, %,.0f"
                  + " posts/s beside %,.0f bare writes made durable, heap at most %,d MB",
              size.word(),
              clients,
              counts.accepted() / elapsed,
              counts.bodyBytes() / elapsed / 1e6,
              counts.logBytes() / elapsed / 1e6,
              posts / elapsed,
              bareWrites((int) each, log),
              peakBytes() >> 20));
    } finally {
      remove(log);
    }
  }

  private static ReceiverSettings settings(Path log) {
    Policy policy = PolicyReader.builtIn();
    return new ReceiverSettings(
        "127.0.0.1",
        0,
        log,
        policy.usageLog(),
        Decoders.settings(null, policy.trustedProxies(), policy.trustedHops()),
        null,
        null,
        null,
        ReceiverLimits.defaults());
  }

  private void post(List<byte[]> batches, int clients, int port, long started)
      throws InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + "/");
    List<Thread> threads = new ArrayList<>();
    for (int client = 0; client < clients; client++) {
      int first = client;
      Thread thread = new Thread(() -> post(batches, first, uri, started), "client-" + client);
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void post(List<byte[]> batches, int first, URI uri, long started) {
    HttpClient client = HttpClient.newHttpClient();
    try {
      for (int i = first; System.nanoTime() - started < seconds * NANOS; i++) {
        HttpRequest request =
            HttpRequest.newBuilder(uri)
                .POST(BodyPublishers.ofByteArray(batches.get(i % batches.size())))
                .build();
        int status = client.send(request, BodyHandlers.ofString()).statusCode();
        if (status != 200) {
          throw new IllegalStateException("the receiver answered " + status);
        }
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("the receiver did not answer", e);
    }
  }

  private double bareWrites(int bytes, Path directoryOfLog) throws IOException {
    Path file = directoryOfLog.resolve("bare.tmp");
    byte[] block = new byte[Math.max(1, bytes)];
    long writes = 0;
    long started = System.nanoTime();
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (System.nanoTime() - started < NANOS) {
        channel.write(ByteBuffer.wrap(block));
        channel.force(false);
        writes++;
      }
    }
    return writes / ((System.nanoTime() - started) / NANOS);
  }

  private static List<MemoryPoolMXBean> peaks() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static long peakBytes() {
    return peaks().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }

  private static void remove(Path log) throws IOException {
    try (Stream<Path> files = Files.list(log)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(log);
  }
}
