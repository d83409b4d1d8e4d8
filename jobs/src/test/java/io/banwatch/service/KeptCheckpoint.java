package io.banwatch.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A checkpoint that is kept in the repository, with the log that it was taken in the middle of:
 * what it holds, later programs must be able to go on from. {@code src/test/keep-checkpoint} makes
 * one.
 */
final class KeptCheckpoint {
  private static final String RESOURCES = "src/test/resources/io/banwatch/service/state";
  private static final String LOG = "usage.jsonl.gz";
  private static final String CHECKPOINT = "checkpoint";
  private static final String STATE = "state.json";

  private final Path directory;

  /**
   * @param directory holds it
   */
  private KeptCheckpoint(Path directory) {
    this.directory = directory;
  }

  /** All that this program goes on from. */
  static List<KeptCheckpoint> readable() throws IOException {
    return all(StateVersion.CURRENT, StateVersion.CURRENT);
  }

  /** All that are too old for it. */
  static List<KeptCheckpoint> tooOld() throws IOException {
    return all(0, StateVersion.CURRENT - 1);
  }

  private static List<KeptCheckpoint> all(int from, int to) throws IOException {
    try (Stream<Path> each = Files.list(Path.of(RESOURCES))) {
      return each.filter(Files::isDirectory)
          .sorted()
          .map(KeptCheckpoint::new)
          .filter(kept -> kept.stateVersion() >= from && kept.stateVersion() <= to)
          .toList();
    }
  }

  /** The form of its state. */
  int stateVersion() {
    try {
      return new JsonMapper()
          .readTree(directory.resolve(STATE).toFile())
          .required("stateVersion")
          .intValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of its log. */
  List<String> lines() throws IOException {
    try (InputStream file = Files.newInputStream(directory.resolve(LOG));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(new GZIPInputStream(file), UTF_8))) {
      return reader.lines().toList();
    }
  }

  /** What a service must tell that goes on from it: time, status, severity and signal. */
  List<String> expected() throws IOException {
    return Files.readAllLines(directory.resolve("expected.txt"));
  }

  /** Makes a directory look as the service left it that took the checkpoint. */
  void layInto(Path out) throws IOException {
    Path checkpoint = Files.createDirectories(out.resolve("checkpoints").resolve("savepoint-kept"));
    copy(directory.resolve(CHECKPOINT), checkpoint);
    Files.copy(directory.resolve(STATE), out.resolve(STATE));
  }

  @Override
  public String toString() {
    return directory.getFileName().toString();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /**
   * Makes one: follows the first lines of a log and ends well.
   *
   * @param arguments the name it gets, a gzipped log, and how many of its lines come before the
   *     checkpoint
   */
  public static void main(String[] arguments) throws Exception {
    Path directory = Files.createDirectories(Path.of("jobs", RESOURCES, arguments[0]));
    Files.copy(Path.of(arguments[1]), directory.resolve(LOG), StandardCopyOption.REPLACE_EXISTING);
    int number = Integer.parseInt(arguments[2]);
    Path scratch = Files.createTempDirectory("banwatch-checkpoint");
    Path log = Files.createDirectories(scratch.resolve("log"));
    Files.write(
        log.resolve("usage.jsonl"), new KeptCheckpoint(directory).lines().subList(0, number));
    Path out = scratch.resolve("out");
    List<String> messages = new ArrayList<>();
    try (SmallService running = SmallService.startMeasuring(log, out, messages)) {
      running.awaitAccepted(number);
      running.awaitCheckpoint();
    }
    Path savepoint = new KeptState(out.resolve("checkpoints")).newestFirst().get(0);
    copy(savepoint, Files.createDirectories(directory.resolve(CHECKPOINT)));
    Files.copy(out.resolve(STATE), directory.resolve(STATE), StandardCopyOption.REPLACE_EXISTING);
    Files.readAllLines(out.resolve("alerts.jsonl")).forEach(System.out::println);
    System.out.println("made " + directory + " of " + savepoint);
    System.exit(0);
  }
}
