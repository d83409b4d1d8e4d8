package io.banwatch.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.banwatch.policy.Policy;
import io.banwatch.policy.PolicyReader;
import io.banwatch.tell.Notices;
import io.banwatch.tell.NotifySettings;
import io.banwatch.tell.StartAt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotifyServiceTest {
  private static final String LINE =
      """
      {"schemaVersion":1,"id":"%s","sequence":1,"status":"firing","severity":"warning",\
      "signal":"request-surge","vendor":"anthropic","account":"org-1","key":null,"keyAlias":null,\
      "team":null,"policy":"5f1e","startsAt":"2026-11-21T07:00:00.000Z",\
      "changedAt":"2026-11-21T07:00:00.000Z","endsAt":null,"summary":"s","reason":"r",\
      "evidence":{},"nextSteps":[],"links":{}}
      """;

  @TempDir private Path directory;
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final List<String> headlines = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          if (status == 200) {
            headlines.add(body.replaceAll("\\{\"text\":\"([^\"]*)\".*", "$1"));
            told.add(body.replaceAll("(?s).*alert (\\w+-\\d+)\".*", "$1"));
          }
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void tellingGoesOnWhereItStopped() throws Exception {
    append("one");
    try (Telling telling = start(policy(), StartAt.OPEN_EPISODES)) {
      SmallService.await(() -> told.size() == 1);
      assertThat(telling.service().stop()).isTrue();
    }
    append("two");
    try (Telling telling = start(policy(), StartAt.OPEN_EPISODES)) {
      SmallService.await(() -> told.size() == 2);
      assertThat(telling.service().status().running()).isTrue();
    }
    assertThat(told).containsExactly("one-1", "two-1");
  }

  @Test
  void whereFilesWereRemovedBeforeTheyWereToldEverybodyIsTold() throws Exception {
    append("one");
    try (Telling telling = start(policy(), StartAt.OPEN_EPISODES)) {
      SmallService.await(() -> told.size() == 1);
      assertThat(telling.service().stop()).isTrue();
    }
    append("lost");
    Files.delete(directory.resolve(NotifySettings.ALERT_LOG));
    append("three");
    try (Telling telling = start(policy(), StartAt.OPEN_EPISODES)) {
      SmallService.await(() -> told.size() == 3);
      assertThat(telling.service().status().failure()).isNull();
    }
    assertThat(told).contains("one-1", "three-1").doesNotContain("lost-1");
    assertThat(headlines).contains("Over already: alerts-lost, banwatch / alert log");
    assertThat(messages)
        .anyMatch(words -> words.contains("were removed before they were read to their end"));
  }

  @Test
  void fromNowOnNothingIsToldThatStoodThere() throws Exception {
    append("old");
    try (Telling telling = start(policy(), StartAt.NOW)) {
      SmallService.await(() -> telling.service().status().checkpoints() > 0);
      append("new");
      SmallService.await(() -> !told.isEmpty());
    }
    assertThat(told).containsExactly("new-1");
  }

  @Test
  void whereNoReceiverIsLeftWhatWaitedIsADeadLetterAndSaid() throws Exception {
    status = 503;
    append("one");
    try (Telling telling = start(policy(), StartAt.OPEN_EPISODES)) {
      SmallService.await(() -> telling.service().status().checkpoints() > 1);
    }
    try (Telling telling = start(PolicyReader.builtIn(), StartAt.OPEN_EPISODES)) {
      Path letters = directory.resolve("dead-letters.jsonl");
      SmallService.await(() -> lines(letters) == 1);
      assertThat(Files.readString(letters)).contains("\"reason\":\"receiver-removed\"");
      assertThat(messages)
          .contains(
              "the policy names no receiver team any more, and 1 alert that waited for it is a dead"
                  + " letter now; name it again to redeliver it");
    }
  }

  @Test
  void whatWaitsStaysWhileNobodyTells() throws Exception {
    assertThat(NotifyDirectory.isLeft(directory)).isFalse();
    status = 503;
    append("one");
    try (Telling telling = start(policy(), StartAt.OPEN_EPISODES)) {
      SmallService.await(() -> telling.service().status().checkpoints() > 1);
      assertThat(NotifyDirectory.isLeft(directory)).isFalse();
    }
    assertThat(NotifyDirectory.isLeft(directory)).isTrue();
    status = 200;
    try (Telling telling = start(policy(), StartAt.OPEN_EPISODES)) {
      SmallService.await(() -> told.size() == 1);
      assertThat(telling.service().status().failure()).isNull();
    }
    assertThat(told).containsExactly("one-1");
  }

  @Test
  void oneProcessTellsAtATime() throws Exception {
    try (NotifyDirectory owned = NotifyDirectory.own(directory)) {
      assertThat(owned.checkpoints()).doesNotExist();
      assertThatThrownBy(() -> NotifyDirectory.own(directory))
          .isInstanceOf(ServiceException.class)
          .hasMessageContaining("another banwatch tells the alerts of " + directory + " already");
    }
    NotifyDirectory.own(directory).close();
  }

  private record Telling(NotifyDirectory owned, NotifyService service) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      service.close();
      owned.close();
    }
  }

  private Telling start(Policy policy, StartAt start) throws Exception {
    NotifyDirectory owned = NotifyDirectory.own(directory);
    NotifySettings settings =
        new NotifySettings(
            directory.resolve(NotifySettings.ALERT_LOG),
            directory,
            policy,
            List.of(),
            start,
            Notices.register(messages::add));
    return new Telling(
        owned, NotifyService.start(settings, owned, Duration.ofMillis(200), messages::add));
  }

  private Policy policy() {
    return PolicyReader.fromText(
        "schemaVersion: 1\nreceivers:\n  - {name: team, format: slack, url: \"http://127.0.0.1:"
            + server.getAddress().getPort()
            + "/\"}\n");
  }

  private void append(String id) throws IOException {
    Files.writeString(
        directory.resolve(NotifySettings.ALERT_LOG),
        LINE.formatted(id),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static long lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file).size() : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
