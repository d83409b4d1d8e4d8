package io.banwatch.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertJson;
import io.banwatch.flow.ReplayJob;
import io.banwatch.flow.ReplayListener;
import io.banwatch.flow.ReplaySettings;
import io.banwatch.simulate.DemoWeek;
import io.banwatch.simulate.record.RecordFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * A simulated week, fed to {@code banwatch run} in pieces that cut values anywhere, while the
 * process is killed at random moments and started again; and what a replay of the same log tells.
 */
final class KilledRuns {
  private static final int SHORTEST_LIFE_MILLIS = 100;
  private static final int LONGEST_LIFE_MILLIS = 4_000;

  /**
   * Of so many lives one ends while it starts, one soon after it has taken up its state, and the
   * others after a checkpoint of their own: however slow the machine is.
   */
  private static final int LIVES = 4;

  private static final int UNTIL_STARTING = 0;
  private static final int UNTIL_STARTED = 1;
  private static final String OUTPUT = "output.txt";
  private static final long LONGEST_START_SECONDS = 600;
  private static final long LAST_LIFE_SECONDS = 600;
  private static final long LOOK_MILLIS = 200;

  /** Before the log's last event by this much, all that will be told was told. */
  private static final long SETTLED_MILLIS = 5 * 60_000;

  static final List<String> HEAP = List.of("-Xmx512m");

  /** A short life is mostly spent on starting: these make that shorter. */
  private static final List<String> QUICK =
      List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final Path directory;
  private final Path log;
  private final Path out;
  private final byte[] week;
  private final Random random;
  private int fed;

  /**
   * What came of it.
   *
   * @param told the alert lines of the killed runs, without repeats by id and sequence
   * @param repeats how many lines repeated an id and sequence
   * @param replayed the lines of the replay
   * @param settled how many of these must have been told before the log's end
   * @param points what the metric logs differ in
   */
  record Outcome(
      List<String> told,
      int repeats,
      List<String> replayed,
      int settled,
      KilledPoints.Difference points) {}

  /**
   * @param directory an empty one
   * @param records how much of the week
   */
  KilledRuns(Path directory, int records, long seed) throws IOException {
    this.directory = directory;
    log = Files.createDirectories(directory.resolve("log")).resolve("usage.jsonl");
    out = directory.resolve("out");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DemoWeek.simulation().writeFirst(records, RecordFormat.slim(), bytes, written -> {});
    week = bytes.toByteArray();
    random = new Random(seed);
  }

  /** Starts and kills so often, then lets one run read to the end of the log. */
  Outcome killed(int kills) throws Exception {
    for (int kill = 0; kill < kills; kill++) {
      feedUntil((long) week.length * (2L * kill + 1) / (2L * kills + 1));
      long started = starts();
      Path before = newestCheckpoint();
      Process run = start();
      int kind = random.nextInt(LIVES);
      if (kind > UNTIL_STARTING) {
        await(run, () -> starts() > started);
      }
      if (kind > UNTIL_STARTED) {
        await(run, () -> !Objects.equals(newestCheckpoint(), before));
      }
      int life = random.nextInt(SHORTEST_LIFE_MILLIS, LONGEST_LIFE_MILLIS);
      expectAlive(run, life / 2);
      feedUntil((long) week.length * (2L * kill + 2) / (2L * kills + 1));
      expectAlive(run, life - life / 2);
      run.destroyForcibly().waitFor();
    }
    feedUntil(week.length);
    List<String> replayed = replay();
    int settled = settled(replayed);
    KilledPoints points = new KilledPoints(directory.resolve("replay"));
    Process last = start();
    try {
      awaitAll(last, settled, points);
    } finally {
      last.destroy();
      last.waitFor(LAST_LIFE_SECONDS, TimeUnit.SECONDS);
    }
    List<String> lines = Files.readAllLines(out.resolve("alerts.jsonl"));
    Map<String, String> distinct = new LinkedHashMap<>();
    lines.forEach(line -> distinct.putIfAbsent(name(line), line));
    return new Outcome(
        List.copyOf(distinct.values()),
        lines.size() - distinct.size(),
        replayed,
        settled,
        points.in(out));
  }

  private void feedUntil(long end) throws IOException {
    try (OutputStream stream =
        Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      stream.write(week, fed, (int) end - fed);
    }
    fed = (int) end;
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private void await(Process run, Condition condition) throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_START_SECONDS);
    while (!holds(condition)) {
      if (System.nanoTime() > until) {
        throw new AssertionError("nothing happened in ten minutes:\n" + output());
      }
      expectAlive(run, (int) LOOK_MILLIS);
    }
  }

  private static boolean holds(Condition condition) throws IOException {
    try {
      return condition.holds();
    } catch (NoSuchFileException e) {
      // A checkpoint that was removed while they were listed.
      return false;
    }
  }

  private Path newestCheckpoint() throws IOException {
    List<Path> newestFirst = new KeptState(out.resolve("checkpoints")).newestFirst();
    return newestFirst.isEmpty() ? null : newestFirst.get(0);
  }

  private long starts() throws IOException {
    return Files.exists(directory.resolve(OUTPUT))
        ? output().lines().filter(line -> line.startsWith("following ")).count()
        : 0;
  }

  private void expectAlive(Process run, int millis) throws InterruptedException, IOException {
    if (run.waitFor(millis, TimeUnit.MILLISECONDS)) {
      throw new AssertionError("the run ended by itself:\n" + output());
    }
  }

  private void awaitAll(Process run, int expected, KilledPoints points) throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(LAST_LIFE_SECONDS);
    while (countLines() < expected || !points.isReached(out)) {
      if (System.nanoTime() > until) {
        throw new AssertionError(
            countLines() + " of " + expected + " lines after ten minutes:\n" + output());
      }
      expectAlive(run, (int) LOOK_MILLIS);
    }
  }

  private long countLines() throws IOException {
    Path alerts = out.resolve("alerts.jsonl");
    return Files.exists(alerts)
        ? Files.readAllLines(alerts).stream().map(KilledRuns::name).distinct().count()
        : 0;
  }

  private Process start() throws IOException {
    return RunProcess.start(
        log.getParent(),
        out,
        directory.resolve(OUTPUT),
        1,
        QUICK,
        System.getProperty("java.class.path"),
        List.of("--metric-log"));
  }

  /** Starts {@code banwatch run} as a process of its own. */
  static Process start(Path log, Path out, Path output, int checkpointSeconds) throws IOException {
    return start(log, out, output, checkpointSeconds, HEAP, System.getProperty("java.class.path"));
  }

  /**
   * The same with other options for Java and another class path.
   *
   * @param options such as for the heap
   */
  static Process start(
      Path log,
      Path out,
      Path output,
      int checkpointSeconds,
      List<String> options,
      String classPath)
      throws IOException {
    return RunProcess.start(log, out, output, checkpointSeconds, options, classPath, List.of());
  }

  private String output() throws IOException {
    return Files.readString(directory.resolve(OUTPUT), UTF_8);
  }

  private List<String> replay() throws Exception {
    Path replayOut = Files.createDirectories(directory.resolve("replay"));
    ReplayJob.run(
        new ReplaySettings(
            List.of(log.getParent().toString()),
            replayOut,
            "schemaVersion: 1",
            null,
            null,
            2,
            true),
        new Unheard());
    return Files.readAllLines(replayOut.resolve("alerts.jsonl"));
  }

  /** How many of the replay's first lines a run must tell before the log ends. */
  private static int settled(List<String> lines) {
    List<Long> moments = new ArrayList<>();
    lines.forEach(line -> moments.add(read(line).changedAt()));
    long last = moments.stream().mapToLong(Long::longValue).max().orElse(0);
    int settled = 0;
    while (settled < moments.size() && moments.get(settled) < last - SETTLED_MILLIS) {
      settled++;
    }
    return settled;
  }

  private static String name(String line) {
    Alert alert = read(line);
    return alert.id() + "-" + alert.sequence();
  }

  private static Alert read(String line) {
    try {
      return AlertJson.read(line.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }

  private static final class Unheard implements ReplayListener {
    @Override
    public void alert(Alert line) {}

    @Override
    public void progress(long bytesRead, long bytesTotal, long records) {}
  }
}
