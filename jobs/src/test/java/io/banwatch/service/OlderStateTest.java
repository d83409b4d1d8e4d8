package io.banwatch.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertJson;
import io.banwatch.detect.DisabledState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checkpoints that are kept in the repository are gone on from by this program. */
class OlderStateTest {
  private static final long PATIENCE_SECONDS = 120;

  @TempDir private Path directory;

  private Path log;
  private Path out;

  @BeforeEach
  void makeDirectories() throws IOException {
    log = Files.createDirectories(directory.resolve("log"));
    out = Files.createDirectories(directory.resolve("out"));
  }

  static List<KeptCheckpoint> readable() throws IOException {
    return KeptCheckpoint.readable();
  }

  static List<KeptCheckpoint> tooOld() throws IOException {
    return KeptCheckpoint.tooOld();
  }

  @ParameterizedTest
  @MethodSource("tooOld")
  void stateOfAnOlderFormIsRefusedWithWords(KeptCheckpoint kept) throws Exception {
    kept.layInto(out);

    assertThatThrownBy(() -> SmallService.start(log, out, new ArrayList<>()))
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("holds state of version " + kept.stateVersion() + ", and this");
  }

  @ParameterizedTest
  @MethodSource("readable")
  void whatWasLearnedAndWhatWasOpenGoesOn(KeptCheckpoint kept) throws Exception {
    kept.layInto(out);
    Files.write(log.resolve("usage.jsonl"), kept.lines());
    List<String> messages = new ArrayList<>();

    try (SmallService running = SmallService.startMeasuring(log, out, messages)) {
      running.awaitRunning();
      int expected = kept.expected().size();
      SmallService.await(() -> told().size() >= expected);
    }

    assertThat(messages).containsExactly("detect: going on from savepoint-kept");
    assertThat(told()).isEqualTo(kept.expected());
  }

  /** The twin: a field that holds another type now, as a careless change would have it. */
  @Test
  void aChangeThatOldStateCannotBeReadWithIsRefused() throws Exception {
    KeptCheckpoint kept = KeptCheckpoint.readable().get(0);
    kept.layInto(out);
    Files.write(log.resolve("usage.jsonl"), kept.lines());
    Path output = directory.resolve("output.txt");

    Process run =
        KilledRuns.start(
            log,
            out,
            output,
            1,
            KilledRuns.HEAP,
            classPathWith("public long answers;", "public String answers;"));
    try {
      assertThat(run.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      run.destroyForcibly();
    }

    assertThat(run.exitValue()).isEqualTo(2);
    assertThat(Files.readString(output))
        .contains("checkpoint savepoint-kept cannot be used: its state cannot be read (")
        .contains("no checkpoint in " + out.resolve("checkpoints") + " can be used.");
  }

  /** Compiles {@link DisabledState} anew with a change, and lets that come first. */
  private String classPathWith(String field, String changed) throws IOException {
    String name = DisabledState.class.getName().replace('.', '/') + ".java";
    String source = Files.readString(Path.of("src/main/java").resolve(name));
    assertThat(source).contains(field);
    Path file = directory.resolve("changed-sources").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, source.replace(field, changed));
    Path classes = Files.createDirectories(directory.resolve("changed-classes"));
    String classPath = System.getProperty("java.class.path");
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-d",
                classes.toString(),
                "-cp",
                classPath,
                file.toString());
    assertThat(result).isZero();
    return classes + System.getProperty("path.separator") + classPath;
  }

  private List<String> told() {
    try (Stream<String> lines = Files.lines(out.resolve("alerts.jsonl"))) {
      return lines.map(OlderStateTest::summary).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String summary(String line) {
    try {
      Alert alert = AlertJson.read(line.getBytes(UTF_8));
      return String.join(
          " ",
          Instant.ofEpochMilli(alert.changedAt()).toString(),
          alert.status().name().toLowerCase(Locale.ROOT),
          alert.severity().name().toLowerCase(Locale.ROOT),
          alert.signal(),
          alert.id(),
          Integer.toString(alert.sequence()));
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }
}
