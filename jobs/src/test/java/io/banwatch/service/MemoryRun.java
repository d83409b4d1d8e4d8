package io.banwatch.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says, minute by minute, how much memory {@code banwatch run} takes at a steady rate of records;
 * {@code src/test/memory-run}. The log is rotated every ten minutes, and what is older than half an
 * hour is removed. Before each sample the garbage is collected.
 */
final class MemoryRun {
  private static final int KEYS = 10_000;
  private static final int ACCOUNTS = 20;
  private static final int MINUTES_PER_FILE = 10;
  private static final int FILES_KEPT = 3;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long NANOS_PER_MINUTE = 60 * NANOS_PER_SECOND;
  private static final Pattern USED = Pattern.compile("used (\\d+)K");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Random random = new Random(1);
  private final Path directory;
  private final Path log;
  private final Path out;
  private long sent;

  private MemoryRun(Path directory) throws IOException {
    this.directory = directory;
    log = Files.createDirectories(directory.resolve("log")).resolve("usage.jsonl");
    out = directory.resolve("out");
    Files.createFile(log);
  }

  /**
   * Measures.
   *
   * @param arguments minutes, then records/s, then an option for the heap, then options of the
   *     command such as --metric-log; without any, 60 at 1,000 with -Xmx512m
   */
  public static void main(String[] arguments) throws Exception {
    int minutes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
    int rate = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
    String heap = arguments.length > 2 ? arguments[2] : KilledRuns.HEAP.get(0);
    List<String> more =
        arguments.length > 3 ? List.of(arguments).subList(3, arguments.length) : List.of();
    new MemoryRun(Files.createTempDirectory("banwatch-memory")).measure(minutes, rate, heap, more);
  }

  private void measure(int minutes, int rate, String heap, List<String> more) throws Exception {
    Process run =
        RunProcess.start(
            log.getParent(),
            out,
            directory.resolve("output.txt"),
            10,
            List.of(heap),
            System.getProperty("java.class.path"),
            more);
    System.out.printf(
        Locale.ROOT,
        "%,d records/s of %,d keys, %s %s; process %d%n",
        rate,
        KEYS,
        heap,
        String.join(" ", more),
        run.pid());
    System.out.println(
        "minute    records  resident MB  heap MB  metaspace MB  threads  files  checkpoint MB");
    try {
      long begin = System.nanoTime();
      for (int minute = 1; minute <= minutes; minute++) {
        write(begin, minute * NANOS_PER_MINUTE, rate);
        if (!run.isAlive()) {
          throw new AssertionError("the run ended by itself: " + directory.resolve("output.txt"));
        }
        sample(minute, run.pid());
        if (minute % MINUTES_PER_FILE == 0) {
          rotate();
        }
      }
    } finally {
      run.destroy();
      run.waitFor(60, TimeUnit.SECONDS);
    }
    System.out.println("output and alerts: " + directory);
  }

  private void write(long begin, long untilNanos, int rate) throws IOException {
    while (System.nanoTime() - begin < untilNanos) {
      long due = (System.nanoTime() - begin) * rate / NANOS_PER_SECOND;
      StringBuilder lines = new StringBuilder();
      while (sent < due) {
        lines.append(record(sent++));
      }
      try (OutputStream stream =
          Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        stream.write(lines.toString().getBytes(UTF_8));
      }
      LockSupport.parkNanos(10_000_000);
    }
  }

  /** Some keys send much more than others; each from an address and to an account of its own. */
  private String record(long number) {
    double uniform = random.nextDouble();
    int key = (int) (KEYS * uniform * uniform);
    long now = System.currentTimeMillis();
    boolean limited = random.nextInt(200) == 0;
    return String.format(
        Locale.ROOT,
        "{\"id\":\"chatcmpl-%x-%d\",\"call_type\":\"anthropic_messages\",\"model\":\"anthropic/"
            + "claude-sonnet-4-5\",\"startTime\":%d.%03d,\"endTime\":%d.%03d,\"status\":\"%s\","
            + "\"prompt_tokens\":%d,\"completion_tokens\":%d,\"response_cost\":0.004,"
            + "\"custom_llm_provider\":\"anthropic\",\"model_id\":\"m%d\",\"api_base\":"
            + "\"https://api.anthropic.com/v1/messages\",\"requester_ip_address\":\"81.%d.%d.%d\","
            + "\"user_agent\":\"python-httpx/0.%d\",\"metadata\":{\"user_api_key_hash\":"
            + "\"%064x\",\"user_api_key_alias\":\"service-%d\",\"user_api_key_team_alias\":"
            + "\"team-%d\"},\"hidden_params\":{\"additional_headers\":{"
            + "\"llm_provider-anthropic-organization-id\":\"org-%d\"}},\"error_information\":%s}%n",
        number,
        now,
        (now - 800) / 1_000,
        (now - 800) % 1_000,
        now / 1_000,
        now % 1_000,
        limited ? "failure" : "success",
        (int) Math.exp(7 + random.nextGaussian()),
        limited ? 0 : (int) Math.exp(5 + random.nextGaussian()),
        key % 7,
        64 + key % 64,
        key / 64 % 256,
        1 + random.nextInt(4),
        key % 5,
        key,
        key,
        key % 100,
        key % ACCOUNTS,
        limited
            ? "{\"error_code\":\"429\",\"error_class\":\"RateLimitError\",\"error_message\":"
                + "\"rate_limit_error\"}"
            : "null");
  }

  private void rotate() throws IOException {
    Files.move(log, log.resolveSibling("usage.jsonl-" + STAMP.format(Instant.now())));
    try (Stream<Path> files = Files.list(log.getParent())) {
      Path[] newestFirst = files.sorted((a, b) -> b.compareTo(a)).toArray(Path[]::new);
      for (int i = FILES_KEPT; i < newestFirst.length; i++) {
        Files.delete(newestFirst[i]);
      }
    }
  }

  private void sample(int minute, long process) throws Exception {
    command(process, "GC.run");
    String heap = command(process, "GC.heap_info");
    Path status = Path.of("/proc/" + process + "/status");
    System.out.printf(
        Locale.ROOT,
        "%6d %10d %12d %8d %13d %8d %6d %14d%n",
        minute,
        sent,
        field(status, "VmRSS:") >> 10,
        used(heap, 0) >> 10,
        used(heap, 1) >> 10,
        field(status, "Threads:"),
        openFiles(process),
        checkpointBytes() >> 20);
  }

  private static long openFiles(long process) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc/" + process + "/fd"))) {
      return files.count();
    }
  }

  /** The first figure is the heap's, the second the metaspace's. */
  private static long used(String heap, int which) {
    Matcher matcher = USED.matcher(heap);
    for (int i = 0; i <= which; i++) {
      if (!matcher.find()) {
        throw new AssertionError("no such figure in: " + heap);
      }
    }
    return Long.parseLong(matcher.group(1));
  }

  private static long field(Path status, String name) throws IOException {
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    }
  }

  private static String command(long process, String name) throws Exception {
    Process command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(process),
                name)
            .redirectErrorStream(true)
            .start();
    String output = new String(command.getInputStream().readAllBytes(), UTF_8);
    command.waitFor();
    return output;
  }

  /** Of the newest checkpoint. */
  private long checkpointBytes() throws IOException {
    if (!Files.isDirectory(out.resolve("checkpoints"))) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(out.resolve("checkpoints"))) {
      Path newest =
          files
              .filter(file -> file.getFileName().toString().startsWith("chk-"))
              .filter(Files::isDirectory)
              .max((a, b) -> Long.compare(a.toFile().lastModified(), b.toFile().lastModified()))
              .orElse(null);
      if (newest == null) {
        return 0;
      }
      try (Stream<Path> parts = Files.list(newest)) {
        return parts.mapToLong(part -> part.toFile().length()).sum();
      }
    } catch (UncheckedIOException e) {
      // One was removed while they were listed.
      return 0;
    }
  }
}
