package io.banwatch.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Says how long {@code banwatch run} takes from a record written to its alert line, at several
 * rates, and how much memory it uses; {@code src/test/latency-run}. Every second a key that is new
 * sends a subscription token with a foreign client (told of the key) and an account that is new is
 * disabled (told of the account).
 */
final class LatencyRun {
  private static final int KEYS = 10_000;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long WARM_SECONDS = 10;

  /** Alerts of accounts wait for the bound on disorder. */
  private static final long LAST_ALERTS_SECONDS = 30;

  private final Path directory;
  private final Map<String, Long> written = new ConcurrentHashMap<>();
  private final Map<String, Long> told = new ConcurrentHashMap<>();
  private volatile boolean ended;

  private LatencyRun(Path directory) {
    this.directory = directory;
  }

  /**
   * Measures.
   *
   * @param arguments seconds at each rate, then the rates in records/s; without any, 60 at 10,
   *     1,000 and 10,000
   */
  public static void main(String[] arguments) throws Exception {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
    int[] rates =
        arguments.length > 1
            ? Arrays.stream(arguments).skip(1).mapToInt(Integer::parseInt).toArray()
            : new int[] {10, 1_000, 10_000};
    for (int rate : rates) {
      new LatencyRun(Files.createTempDirectory("banwatch-latency")).measure(rate, seconds);
    }
    System.exit(0);
  }

  private void measure(int rate, int seconds) throws Exception {
    Path log = Files.createDirectories(directory.resolve("log")).resolve("usage.jsonl");
    Files.createFile(log);
    Path out = directory.resolve("out");
    Process run = KilledRuns.start(log.getParent(), out, directory.resolve("output.txt"), 10);
    Thread reader = new Thread(() -> follow(out.resolve("alerts.jsonl")), "alerts");
    reader.start();
    try {
      write(log, rate, WARM_SECONDS + seconds);
      long until = System.nanoTime() + LAST_ALERTS_SECONDS * NANOS_PER_SECOND;
      while (told.size() < written.size() && System.nanoTime() < until) {
        LockSupport.parkNanos(NANOS_PER_SECOND);
        // One record a second, as a feed that goes on.
        append(log, rate, 1);
      }
      System.out.printf(
          Locale.ROOT,
          "%,d records/s for %d s, %,d keys: of keys %s; of accounts %s; resident %,d MB%n",
          rate,
          seconds,
          KEYS,
          percentiles("key-"),
          percentiles("account-"),
          residentMegabytes(run));
    } finally {
      ended = true;
      run.destroy();
      run.waitFor(60, TimeUnit.SECONDS);
      reader.join();
    }
  }

  private void write(Path log, int rate, long seconds) throws IOException {
    long begin = System.nanoTime();
    long sent = 0;
    long marked = 0;
    while (System.nanoTime() - begin < seconds * NANOS_PER_SECOND) {
      long due = (System.nanoTime() - begin) * rate / NANOS_PER_SECOND;
      if (due > sent) {
        append(log, sent, (int) (due - sent));
        sent = due;
      }
      long second = (System.nanoTime() - begin) / NANOS_PER_SECOND;
      if (second > marked && second >= WARM_SECONDS) {
        mark(log, second);
        marked = second;
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  private void mark(Path log, long second) throws IOException {
    long now = System.currentTimeMillis();
    String line =
        record("mark-" + second, "key-" + second, now, "organization", true, false)
            + record(
                "down-" + second,
                "key-of-account-" + second,
                now,
                "account-" + second,
                false,
                true);
    written.put("key-" + second, System.nanoTime());
    written.put("account-" + second, System.nanoTime());
    append(log, line.getBytes(UTF_8));
  }

  private static void append(Path log, long from, int number) throws IOException {
    StringBuilder lines = new StringBuilder();
    long now = System.currentTimeMillis();
    for (int i = 0; i < number; i++) {
      long id = from + i;
      lines.append(
          record("r" + id + "-" + now, "k" + id % KEYS, now, "organization", false, false));
    }
    append(log, lines.toString().getBytes(UTF_8));
  }

  private static void append(Path log, byte[] bytes) throws IOException {
    try (OutputStream out = Files.newOutputStream(log, StandardOpenOption.APPEND)) {
      out.write(bytes);
    }
  }

  private static String record(
      String id, String key, long now, String account, boolean token, boolean disabled) {
    return String.format(
        Locale.ROOT,
        "{\"id\":\"%s\",\"call_type\":\"anthropic_messages\",\"model\":\"anthropic/claude-sonnet-4-5\","
            + "\"startTime\":%d.%03d,\"endTime\":%d.%03d,\"status\":\"%s\",\"prompt_tokens\":900,"
            + "\"completion_tokens\":80,\"custom_llm_provider\":\"anthropic\",\"model_id\":\"m1\","
            + "\"api_base\":\"https://api.anthropic.com/v1/messages\",\"requester_ip_address\":"
            + "\"10.0.0.7\",\"user_agent\":\"%s\",\"metadata\":{\"user_api_key_hash\":\"%s\","
            + "\"user_api_key_alias\":\"%s\",\"used_client_oauth_token\":%s},\"hidden_params\":"
            + "{\"additional_headers\":{\"%santhropic-organization-id\":\"%s\"}},"
            + "\"error_information\":%s}%n",
        id,
        (now - 800) / 1_000,
        (now - 800) % 1_000,
        now / 1_000,
        now % 1_000,
        disabled ? "failure" : "success",
        token ? "some-other-agent/1.0" : "python-httpx/0.28",
        key,
        key,
        token,
        disabled ? "" : "llm_provider-",
        account,
        disabled
            ? "{\"error_code\":\"400\",\"error_class\":\"BadRequestError\",\"error_message\":"
                + "\"This organization has been disabled.\"}"
            : "null");
  }

  private void follow(Path alerts) {
    try {
      while (!Files.exists(alerts) && !ended) {
        LockSupport.parkNanos(1_000_000);
      }
      try (BufferedReader lines = Files.newBufferedReader(alerts)) {
        while (!ended) {
          String line = lines.readLine();
          if (line == null) {
            LockSupport.parkNanos(1_000_000);
          } else {
            note(AlertJson.read(line.getBytes(UTF_8)));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void note(Alert alert) {
    String name =
        alert.signal().equals("account-disabled")
            ? alert.subject().account()
            : alert.subject().keyAlias();
    if (name != null && written.containsKey(name)) {
      told.putIfAbsent(name, System.nanoTime());
    }
  }

  private String percentiles(String prefix) {
    long[] millis =
        told.entrySet().stream()
            .filter(each -> each.getKey().startsWith(prefix))
            .mapToLong(each -> (each.getValue() - written.get(each.getKey())) / 1_000_000)
            .sorted()
            .toArray();
    long expected = written.keySet().stream().filter(key -> key.startsWith(prefix)).count();
    if (millis.length == 0) {
      return "none of " + expected;
    }
    return String.format(
        Locale.ROOT,
        "p50 %,d ms, p99 %,d ms (%d of %d told)",
        millis[millis.length / 2],
        millis[Math.min(millis.length - 1, millis.length * 99 / 100)],
        millis.length,
        expected);
  }

  private static long residentMegabytes(Process process) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1_000;
      }
    }
    return 0;
  }
}
