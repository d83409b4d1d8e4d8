package io.banwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.banwatch.service.NotifyDirectory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotifyCommandTest {
  private static final String LETTER =
      """
      {"schemaVersion":1,"receiver":"team","id":"a","sequence":%d,"reason":"refused","status":400,\
      "answer":"no such field","time":"2026-11-21T08:00:00.000Z","alert":{"schemaVersion":1,"id":"a",\
      "sequence":%d,"status":"firing","severity":"warning","signal":"request-surge","vendor":"anthropic",\
      "account":"org-1","key":null,"keyAlias":null,"team":null,"policy":"5f1e",\
      "startsAt":"2026-11-21T07:00:00.000Z","changedAt":"2026-11-21T07:00:00.000Z","endsAt":null,\
      "summary":"s","reason":"r","evidence":{},"nextSteps":[],"links":{}}}
      """;

  @TempDir private Path directory;

  @Test
  void aTestAlertAndItsEndAreSentAndTheAnswersTold() throws IOException {
    HttpServer server = server(204);
    try {
      CommandLineRun run = run(server);
      assertThat(run.err()).isEmpty();
      assertThat(run.exitCode()).isZero();
      assertThat(run.outLines())
          .containsExactly("firing    taken  204  ", "resolved  taken  204  ");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aReceiverThatRefusesIsAFailure() throws IOException {
    HttpServer server = server(403);
    try {
      CommandLineRun run = run(server);
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.outLines()).containsExactly("firing    NOT taken  403  ");
    } finally {
      server.stop(0);
    }
  }

  private CommandLineRun run(HttpServer server) throws IOException {
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    Path policy =
        Files.writeString(
            directory.resolve("policy.yaml"),
            "schemaVersion: 1\nreceivers:\n  - {name: team, format: slack, url: \""
                + url
                + "\"}\n");
    return CommandLineRun.withoutReplay("notify", "test", "team", "--policy", policy.toString());
  }

  private static HttpServer server(int status) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  @Test
  void anUnknownReceiverIsNamedWithThoseThatAreKnown() throws IOException {
    Path policy =
        Files.writeString(
            directory.resolve("policy.yaml"),
            "schemaVersion: 1\nreceivers:\n"
                + "  - {name: team, format: slack, url: \"http://127.0.0.1/\"}\n");
    CommandLineRun run =
        CommandLineRun.withoutReplay("notify", "test", "taem", "--policy", policy.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("no receiver `taem`: it names team");
  }

  @Test
  void aReceiverOfTheCommandLineIsNotMistakenForOneOfThePolicy() throws IOException {
    Path policy =
        Files.writeString(
            directory.resolve("policy.yaml"),
            "schemaVersion: 1\nreceivers:\n"
                + "  - {name: webhook, format: slack, url: \"http://127.0.0.1/\"}\n");
    String[] more = {"--policy", policy.toString(), "--webhook", "http://127.0.0.1/x"};
    for (String[] command :
        List.of(
            new String[] {"notify", "test", "webhook"},
            new String[] {"notify", "run", "--from", directory.toString()},
            new String[] {"run", "--from", directory.toString(), "--out", out()})) {
      CommandLineRun run =
          CommandLineRun.withoutReplay(
              Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new));
      assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
      assertThat(run.err())
          .contains("--webhook is told as the receiver `webhook`, and the policy names one so");
    }
  }

  private String out() {
    return directory.resolveSibling("out").toString();
  }

  @Test
  void tellingByItselfWantsADirectoryAndSomebodyToTell() {
    Path nowhere = directory.resolve("nowhere");
    CommandLineRun run =
        CommandLineRun.withoutReplay("notify", "run", "--from", nowhere.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.err()).contains("--from " + nowhere + " is no directory");
    CommandLineRun nobody =
        CommandLineRun.withoutReplay("notify", "run", "--from", directory.toString());
    assertThat(nobody.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(nobody.err()).contains("nobody is to be told: name receivers in the policy");
  }

  @Test
  void whereAnotherTellsAlreadyNothingIsStarted() throws Exception {
    Path policy =
        Files.writeString(
            directory.resolve("policy.yaml"),
            "schemaVersion: 1\nreceivers:\n"
                + "  - {name: team, format: slack, url: \"http://127.0.0.1/\"}\n");
    try (NotifyDirectory other = NotifyDirectory.own(directory)) {
      assertThat(other).isNotNull();
      CommandLineRun run =
          CommandLineRun.withoutReplay(
              "notify", "run", "--from", directory.toString(), "--policy", policy.toString());
      assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
      assertThat(run.err()).contains("another banwatch tells the alerts of " + directory);
    }
  }

  @Test
  void deadLettersArePrintedOnceAndNoMoreOnceTheyAreToldAgain() throws IOException {
    String one = LETTER.formatted(1, 1);
    Files.writeString(directory.resolve("dead-letters.jsonl"), one + one + LETTER.formatted(2, 2));
    CommandLineRun listed = letters();
    assertThat(listed.outLines())
        .containsExactly(
            "2026-11-21T08:00:00.000Z  team  a-1  refused  400  no such field",
            "2026-11-21T08:00:00.000Z  team  a-2  refused  400  no such field");
    CommandLineRun again =
        CommandLineRun.withoutReplay(
            "notify", "dead-letters", "--out", directory.toString(), "--redeliver");
    assertThat(again.err()).contains("2 are told again");
    assertThat(Files.readAllLines(directory.resolve("redelivery.jsonl"))).hasSize(2);
    assertThat(letters().out()).isEmpty();
  }

  @Test
  void linesThatCannotBeReadAreCounted() throws IOException {
    Files.writeString(directory.resolve("dead-letters.jsonl"), "{\n" + LETTER.formatted(1, 1));
    CommandLineRun listed = letters();
    assertThat(listed.exitCode()).isZero();
    assertThat(listed.outLines()).hasSize(1);
    assertThat(listed.err()).contains("1 lines cannot be read");
  }

  @Test
  void withoutACommandItsHelpIsShown() {
    assertThat(CommandLineRun.withoutReplay("notify").exitCode()).isEqualTo(2);
  }

  private CommandLineRun letters() {
    return CommandLineRun.withoutReplay("notify", "dead-letters", "--out", directory.toString());
  }
}
