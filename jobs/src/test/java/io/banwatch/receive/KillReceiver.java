package io.banwatch.receive;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Kills {@code banwatch receive} at random moments while eight threads post to it, starts it again
 * on the same log, and looks for every record that was acknowledged.
 */
final class KillReceiver {
  private static final int CLIENTS = 8;
  private static final int BATCH = 20;
  private static final long SHORTEST_NANOS = 50_000_000L;
  private static final int LONGEST_MORE_NANOS = 400_000_000;

  private final Path log;
  private final Random random;
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private volatile int port;
  private volatile boolean done;

  private KillReceiver(Path log, long seed) {
    this.log = log;
    random = new Random(seed);
  }

  /**
   * What was left after all kills.
   *
   * @param acknowledged records that were answered with 200
   * @param lost of them not in the log
   * @param stored records in the log
   * @param repeated of them more than once
   * @param torn lines that are no record
   */
  record Result(int acknowledged, int lost, int stored, int repeated, int torn) {}

  /** Prints the result of so many kills; the first argument is their number, the second a seed. */
  public static void main(String[] arguments) throws Exception {
    int kills = Integer.parseInt(arguments[0]);
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    Path directory = Files.createTempDirectory("kill-receiver");
    System.out.println(run(directory.resolve("log"), kills, seed));
  }

  static Result run(Path log, int kills, long seed) throws Exception {
    return new KillReceiver(log, seed).run(kills);
  }

  private Result run(int kills) throws Exception {
    Thread[] clients = new Thread[CLIENTS];
    Process process = start();
    for (int i = 0; i < CLIENTS; i++) {
      String name = "c" + i;
      clients[i] = new Thread(() -> post(name), name);
      clients[i].start();
    }
    for (int kill = 0; kill < kills; kill++) {
      LockSupport.parkNanos(SHORTEST_NANOS + random.nextInt(LONGEST_MORE_NANOS));
      process.destroyForcibly().waitFor();
      process = start();
    }
    LockSupport.parkNanos(SHORTEST_NANOS);
    done = true;
    for (Thread client : clients) {
      client.join();
    }
    process.destroy();
    process.waitFor();
    return result();
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            "io.banwatch.cli.Banwatch",
            "receive",
            "--to",
            log.toString(),
            "--listen",
            "127.0.0.1:0");
    builder.environment().remove(ReceiverSettings.TOKEN);
    Process process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader messages = process.errorReader(StandardCharsets.UTF_8);
    String line = messages.readLine();
    while (line != null && !line.startsWith("listening on ")) {
      line = messages.readLine();
    }
    if (line == null) {
      throw new IOException("the receiver did not start: exit code " + exitCode(process));
    }
    port = Integer.parseInt(line.replaceAll(".*:(\\d+),.*", "$1"));
    return process;
  }

  private static int exitCode(Process process) {
    return process.onExit().orTimeout(10, TimeUnit.SECONDS).join().exitValue();
  }

  private void post(String client) {
    HttpClient http = HttpClient.newHttpClient();
    for (int batch = 0; !done; batch++) {
      StringBuilder body = new StringBuilder();
      Set<String> keys = new HashSet<>();
      for (int i = 0; i < BATCH; i++) {
        String key = client + "-" + batch + "-" + i;
        keys.add(key);
        body.append(
            "{\"id\":\""
                + key
                + "\",\"call_type\":\"acompletion\",\"hidden_params\":{},\"startTime\":1763715600,"
                + "\"endTime\":1763715601,\"model\":\"gpt-4o\",\"metadata\":"
                + "{\"user_api_key_hash\":\""
                + key
                + "\"}}\n");
      }
      try {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
          acknowledged.addAll(keys);
        }
      } catch (IOException e) {
        // Killed: this batch is not acknowledged, and the next finds the receiver again or fails.
        LockSupport.parkNanos(SHORTEST_NANOS / 10);
      } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts a client", e);
      }
    }
  }

  private Result result() throws IOException {
    Map<String, Integer> stored = new HashMap<>();
    int torn = 0;
    for (String line : lines()) {
      int from = line.indexOf("\"key\":\"") + 7;
      if (!line.startsWith("{\"banwatch\":1,") || !line.endsWith("}") || from < 7) {
        torn++;
        continue;
      }
      stored.merge(line.substring(from, line.indexOf('"', from)), 1, Integer::sum);
    }
    Set<String> lost = new HashSet<>(acknowledged);
    lost.removeAll(stored.keySet());
    int repeated = (int) stored.values().stream().filter(times -> times > 1).count();
    return new Result(acknowledged.size(), lost.size(), stored.size(), repeated, torn);
  }

  private List<String> lines() throws IOException {
    try (Stream<Path> files = Files.list(log)) {
      List<String> lines = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        lines.addAll(StoredLines.of(file));
      }
      return lines;
    }
  }
}
