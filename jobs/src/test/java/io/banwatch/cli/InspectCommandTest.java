package io.banwatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.gateway.Decoders;
import io.banwatch.gateway.RecordWriter;
import io.banwatch.gateway.UsageDecoder;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Position;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class InspectCommandTest {
  private static final Path SAMPLES = Path.of("src/test/resources/io/banwatch/gateway");
  private static final String LITELLM =
      "format     LiteLLM's StandardLoggingPayload, recognised by each record";

  @TempDir private Path directory;

  @Test
  void theNewerRecordsOfLiteLlmAreUnderstood() {
    CommandLineRun run = run(SAMPLES.resolve("slp-1.106.2.jsonl").toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.outLines())
        .startsWith("read       17 records of 1 file", LITELLM, "understood 17 (100 %)")
        .contains("vendors    3: anthropic 12, openai 4, unknown 1")
        .anyMatch(line -> line.startsWith("accounts ") && line.contains("org-fakefakefake 4"))
        .anyMatch(line -> line.startsWith("lacking    caller's address"))
        .noneMatch(line -> line.startsWith("lacking    credential's kind"))
        .noneMatch(line -> line.startsWith("lacking    vendor's rate limits"));
    assertThat(unwrapped(run.out()))
        .contains("LiteLLM: set general_settings.use_x_forwarded_for: true")
        .contains("likely your load balancer or proxy, not the callers");
    assertThat(run.outLines()).filteredOn(line -> line.startsWith("a record at ")).hasSize(3);
    assertThat(run.outLines()).contains("  user        user-a1", "  vendor      anthropic");
  }

  @Test
  void theOlderRecordsOfLiteLlmLackTheAccountAndTheCredential() {
    CommandLineRun run = run(SAMPLES.resolve("slp-1.81.9.jsonl").toString());
    assertThat(run.outLines())
        .startsWith("read       17 records of 1 file", LITELLM, "understood 17 (100 %)");
    assertThat(unwrapped(run.out()))
        .contains("lacking account (in no record)")
        .contains("lacking credential's kind (in no record); less seen by subscription-misuse")
        .contains("run LiteLLM 1.106 or newer");
  }

  @Test
  void accountsOfThePolicyCount() throws IOException {
    Path policy =
        Files.writeString(
            directory.resolve("policy.yaml"),
            "schemaVersion: 1\naccounts:\n  - {account: lab, hosts: [127.0.0.1]}\n");
    CommandLineRun run =
        run("--policy", policy.toString(), SAMPLES.resolve("slp-1.81.9.jsonl").toString());
    assertThat(run.outLines()).anyMatch(line -> line.startsWith("accounts   3: lab 14, "));
    assertThat(run.out()).doesNotContain("lacking    account");
  }

  @Test
  void nginxIsReadAsAskedAndToldWhatItLacks() {
    CommandLineRun run = run("--format", "nginx", SAMPLES.resolve("nginx-access.jsonl").toString());
    assertThat(run.outLines())
        .startsWith(
            "read       4 records of 1 file",
            "format     nginx, as --format says",
            "understood 4 (100 %)")
        .contains("models     none", "keys       2: WXYZ 3, QRST 1", "  tokens      not logged");
    assertThat(unwrapped(run.out()))
        .contains("lacking tokens (in no record); less seen by token-burst nginx: does not know")
        .contains(
            "lacking vendor's rate limits (in no record); less seen by the dashboards, of how near"
                + " an account is to its limits nginx: add"
                + " $upstream_http_anthropic_ratelimit_requests_limit")
        .contains("add $http_x_forwarded_for (xff) to log_format");
  }

  @Test
  void nginxThatNobodyNamedIsRecognisedInItsRejections() {
    CommandLineRun run = run(SAMPLES.resolve("nginx-access.jsonl").toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines()).contains("format     none recognised", "understood 0 (0 %)");
    assertThat(unwrapped(run.out()))
        .contains("rejected 4 (100 %) unknown-format; first at")
        .contains("byte 0: looks like nginx; try --format nginx");
  }

  @Test
  void whatTheFeedsSignalsMakeOfItIsSaid() {
    String out = unwrapped(run(SAMPLES.resolve("slp-1.106.2.jsonl").toString()).out());
    assertThat(out)
        .contains("feed longest silence 1 min 53 s, since 2026-11-21 08:51 UTC; feed-silent")
        .contains("feed-silent tells of 3 times the longest usual at such an hour, 20 minutes")
        .contains(
            "0 % cannot be understood; feed-unreadable tells from 5 % of the newest 1,000 records"
                + " on")
        .contains(
            "address-useless tells when all of 1,000 requests of a day, of 10 keys or more, come"
                + " from one public address or none: see addresses");
  }

  @Test
  void whatBanwatchReceivedIsNotTakenForLiteLlmsForm() throws IOException {
    Path log = directory.resolve("received.jsonl");
    try (OutputStream out = Files.newOutputStream(log)) {
      RecordWriter writer = new RecordWriter(out);
      UsageDecoder decoder = Decoders.decoder(Decoders.settings(null, List.of(), 0));
      for (String line : Files.readAllLines(SAMPLES.resolve("slp-1.106.2.jsonl"))) {
        byte[] bytes = line.getBytes(UTF_8);
        List<LogRecord> records = new ArrayList<>();
        decoder.decode(bytes, 0, bytes.length, new Position("http", 0, 0, -1), records::add);
        for (LogRecord each : records) {
          writer.write(each);
        }
      }
      writer.flush();
    }
    CommandLineRun received = run(log.toString());
    assertThat(received.outLines())
        .startsWith(
            "read       17 records of 1 file",
            "format     Banwatch's own, as it writes what it receives",
            "understood 17 (100 %)");
    assertThat(unwrapped(received.out()))
        .contains("if LiteLLM posts: set general_settings.use_x_forwarded_for: true");
    CommandLineRun mixed = run(log.toString(), SAMPLES.resolve("slp-1.81.9.jsonl").toString());
    assertThat(unwrapped(mixed.out()))
        .contains("format Banwatch's own, as it writes what it receives; and LiteLLM's Standard");
  }

  @Test
  void anApplicationLogIsNoUsageLog() throws IOException {
    Path log =
        Files.writeString(
            directory.resolve("app.log"),
            "{\"message\":\"x\",\"level\":\"INFO\",\"timestamp\":\"2026-11-21T00:00:00\"}\n");
    CommandLineRun run = run(log.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(unwrapped(run.out()))
        .contains("rejected 1 (100 %) application-log")
        .contains("note The log holds LiteLLM's own application log")
        .contains("litellm_settings.callbacks");
  }

  @Test
  void anEmptyFileIsNoGoodNews() throws IOException {
    Path log = Files.createFile(directory.resolve("empty.jsonl"));
    CommandLineRun run = run(log.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines()).startsWith("read       0 records of 1 file");
    assertThat(unwrapped(run.out())).contains("note The log is empty, and silence says nothing");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void binaryGarbageIsRejectedAndStaysUnseen(int seed) throws IOException {
    byte[] garbage = new byte[100_000];
    new Random(seed).nextBytes(garbage);
    Path log = Files.write(directory.resolve("garbage"), garbage);
    CommandLineRun run = run(log.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines()).contains("understood 0 (0 %)");
    assertThat(run.out()).contains("not-utf8").matches("[\\x20-\\x7e\\n…]*");
  }

  @Test
  void hostileTextComesOutEscapedAndCut() throws IOException {
    String record = Files.readAllLines(SAMPLES.resolve("slp-1.106.2.jsonl")).get(2);
    String hostile = "\\u001b[2J\\u202e\\n" + "x".repeat(1_000_000);
    String alias =
        record.replaceFirst("\"alias-[a-z0-9]+\"", "\"" + hostile.replace("\\", "\\\\") + "\"");
    assertThat(alias).contains(hostile);
    Path log = Files.writeString(directory.resolve("hostile.jsonl"), alias);
    CommandLineRun run = run(log.toString());
    assertThat(run.out())
        .contains("  keyAlias    \\u001b[2J\\u202e\\u000axxx")
        .doesNotContain("\u001b", "\u202e")
        .hasSizeLessThan(6_000);
    assertThat(run.outLines()).contains("cut        1 record: text-cut");
  }

  @Test
  void itStopsWhereItIsToldAndSaysSo() throws IOException {
    Path log = directory.resolve("usage.jsonl.gz");
    String sample = Files.readString(SAMPLES.resolve("slp-1.106.2.jsonl"));
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(log))) {
      out.write(sample.getBytes(UTF_8));
    }
    assertThat(run("--records", "5", log.toString()).outLines())
        .contains("read       5 records of 1 file; stopped there, --records N reads more");
    assertThat(run("--records", "17", log.toString()).outLines())
        .contains("read       17 records of 1 file");
  }

  @Test
  void aRequestThatIsLoggedTwiceCountsOnce() {
    String log = SAMPLES.resolve("slp-1.106.2.jsonl").toString();
    assertThat(runOfStandardInput(log, log).outLines())
        .startsWith("read       34 records of 1 file", LITELLM, "understood 17 (50 %)")
        .contains("skipped    17 repeat");
  }

  @Test
  void whatIsWrongIsNamedTogetherAndNothingIsRead() {
    CommandLineRun run =
        run("--records", "0", "--format", "nginxx", directory.resolve("none.jsonl").toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines()).hasSize(3);
    assertThat(run.err())
        .contains("none.jsonl does not exist", "--records is 0", "did you mean 'nginx'?");
  }

  @Test
  void itWritesNothing() throws IOException {
    Path log = Files.writeString(directory.resolve("usage.jsonl"), "{}\n");
    run(log.toString());
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(log);
    }
  }

  private static String unwrapped(String out) {
    return out.replaceAll("\\s+", " ");
  }

  private static CommandLineRun run(String... arguments) {
    return CommandLineRun.withoutReplay(
        Stream.concat(Stream.of("inspect"), Stream.of(arguments)).toArray(String[]::new));
  }

  /** Runs over these files as one stream. */
  private static CommandLineRun runOfStandardInput(String... files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    List.of(files).forEach(file -> append(Path.of(file), input));
    PrintStream print = new PrintStream(out, true, UTF_8);
    Terminal terminal = new Terminal(print, print, "", 0, false);
    InspectCommand command =
        new InspectCommand(terminal, () -> new ByteArrayInputStream(input.toByteArray()));
    int exitCode = new CommandLine(command).execute("-");
    return new CommandLineRun(exitCode, out.toString(UTF_8), "");
  }

  private static void append(Path file, ByteArrayOutputStream input) {
    try {
      input.writeBytes(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
