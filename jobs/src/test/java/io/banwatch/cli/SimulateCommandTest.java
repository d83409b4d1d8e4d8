package io.banwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {
  @TempDir private Path directory;

  @Test
  void itWritesTheLogAndItsLabels() throws IOException {
    Path log = directory.resolve("log.jsonl");
    CommandLineRun run =
        run(
            "--out",
            log.toString(),
            "--days",
            "2",
            "--keys",
            "6",
            "--story",
            "token-burst@ben@+1d");
    assertThat(run.exitCode()).isZero();
    assertThat(Files.readAllLines(log)).hasSizeGreaterThan(500);
    assertThat(Files.readAllLines(directory.resolve("log.jsonl.labels.jsonl")))
        .singleElement()
        .asString()
        .startsWith("{\"story\":\"token-burst\",\"told\":\"Sun 00:00 ben: ")
        .contains("\"alias\":\"ben\"", "\"vendor\":\"anthropic\"", "\"signals\":[\"token-burst\"]")
        .contains("\"from\":\"2026-11-15T00:0");
    assertThat(run.err()).contains("wrote ", "Sun 00:00 ben: ");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aNameThatEndsInGzIsGzipped() throws IOException {
    Path log = directory.resolve("log.jsonl.gz");
    assertThat(run("--out", log.toString(), "--days", "1", "--keys", "3", "--slim").exitCode())
        .isZero();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(log)), StandardCharsets.UTF_8))) {
      assertThat(reader.readLine()).startsWith("{\"id\":").hasSizeLessThan(1_000);
    }
  }

  @Test
  void theSameOptionsGiveTheSameFile() throws IOException {
    Path one = directory.resolve("one.jsonl.gz");
    Path other = directory.resolve("other.jsonl.gz");
    for (Path log : List.of(one, other)) {
      run("--out", log.toString(), "--days", "1", "--keys", "5", "--seed", "-3");
    }
    assertThat(one).hasSameBinaryContentAs(other);
  }

  @Test
  void storiesAndKeysAreListed() {
    assertThat(run("--list-stories").out())
        .contains("request-burst ", "tells request-surge", "near miss of impossible-travel");
    assertThat(run("--list-keys", "--keys", "3").out())
        .contains("search-api ", "anna ", "ben ")
        .doesNotContain("nightly-eval");
  }

  @Test
  void ratesDriveTheKeys() throws IOException {
    Path rates =
        Files.writeString(
            directory.resolve("r.csv"),
            "client,window_start_s,requests_per_s,iat_cv\na,0,2,3\na,85800,0.01,1\n");
    Path tokens =
        Files.writeString(
            directory.resolve("t.json"),
            "{\"a\":{\"0\":{\"input_tokens\":[7,7,7,7,7,7,7,7,7,7],"
                + "\"output_tokens\":[5,5,5,5,5,5,5,5,5,5]}}}");
    Path log = directory.resolve("log.jsonl");
    CommandLineRun run =
        run(
            "--out",
            log.toString(),
            "--days",
            "1",
            "--keys",
            "4",
            "--slim",
            "--rates",
            rates.toString(),
            "--tokens",
            tokens.toString(),
            "--mean-rps",
            "0.01");
    assertThat(run.exitCode()).isZero();
    assertThat(Files.readAllLines(log))
        .filteredOn(line -> line.contains("\"success\""))
        .isNotEmpty()
        .allMatch(line -> line.contains("\"prompt_tokens\":7,\"completion_tokens\":5,"));
  }

  @Test
  void wrongOptionsEndWithTwoAndSayHowToMend() {
    refuses("say where to write: --out FILE");
    refuses("--days must be 1 to", "--out", "x", "--days", "0");
    refuses("--keys must be 1 to", "--out", "x", "--keys", "-1");
    refuses("expected ISO 8601 like 2026-11-16T00:00:00Z", "--out", "x", "--until", "today");
    refuses("nearest: token-burst", "--out", "x", "--story", "token-bursts@ben@+1d");
    Path nowhere = directory.resolve("no/such/x");
    refuses(
        "cannot write %s: there is no directory %s; choose another --out"
            .formatted(nowhere, nowhere.getParent()),
        "--out",
        nowhere.toString());
    refuses("that is a directory; choose another --out", "--out", directory.toString());
    refuses("there is no story nope (--list-stories", "--out", "x", "--story", "nope@ben@+1d");
    refuses("--mean-rps", "--out", "x", "--rates", "a.csv");
    refuses(
        "check --rates and --tokens",
        "--out",
        "x",
        "--rates",
        "no.csv",
        "--tokens",
        "no.json",
        "--mean-rps",
        "1");
    refuses(
        "--mean-rps must be above 0",
        "--out",
        "x",
        "--rates",
        "no.csv",
        "--tokens",
        "no.json",
        "--mean-rps",
        "0");
    assertThat(directory).isEmptyDirectory();
  }

  private static void refuses(String why, String... arguments) {
    CommandLineRun run = run(arguments);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(why);
    assertThat(run.out()).isEmpty();
  }

  private static CommandLineRun run(String... arguments) {
    return CommandLineRun.withoutReplay(
        Stream.concat(Stream.of("simulate"), Stream.of(arguments)).toArray(String[]::new));
  }
}
