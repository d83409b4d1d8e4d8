package io.banwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowedLogsTest {
  @TempDir private Path directory;

  @BeforeEach
  void log() throws IOException {
    Files.createDirectories(directory.resolve("logs/day"));
    Files.writeString(directory.resolve("logs/usage.jsonl"), "{}\n");
  }

  @ParameterizedTest
  @CsvSource({
    "logs, logs",
    "logs, logs/out",
    "logs, logs/day/out",
    "logs/*.jsonl, logs",
    "logs/usage.jsonl, logs",
    "logs/usage.jsonl, logs/day/..",
    "logs/*/*.jsonl, logs/out",
    "logs/*/*.jsonl, logs/day",
    "logs/**.jsonl, logs/day/out",
  })
  void resultsThatWouldBeReadAsLogAreRefused(String log, String out) {
    assertThat(problems(log, out)).hasSize(1).allMatch(problem -> problem.contains(" lies in "));
  }

  @ParameterizedTest
  @CsvSource({
    "logs, out",
    "logs, logs-out",
    "logs/usage.jsonl, logs/out",
    "logs/usage.jsonl, logs/day",
    "logs/not-yet.jsonl, logs/out",
    "logs/*.jsonl, logs/out/deeper",
    "logs/*/*.jsonl, logs/day/out",
  })
  void resultsWhereNothingIsReadAreWelcome(String log, String out) {
    assertThat(problems(log, out)).isEmpty();
  }

  @Test
  void aLinkToTheLogIsTheLog() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("logs"));
    assertThat(problems("logs", link.getFileName() + "/out")).hasSize(1);
  }

  private List<String> problems(String log, String out) {
    return FollowedLogs.problems(
        List.of(directory.resolve(log).toString()), directory.resolve(out));
  }
}
