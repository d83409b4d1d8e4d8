package io.banwatch.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.gateway.Decoders;
import io.banwatch.policy.UsageLogLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections that are held open: by nothing, by headers that trickle, by many. */
class ReceiverConnectionsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final long PAUSE_NANOS = 100_000_000;
  private static final int RESTING = 2;
  private static final String POST = "POST / HTTP/1.1\r\nHost: localhost\r\n";
  private static final String EMPTY = POST + "Content-Length: 0\r\n\r\n";

  @TempDir private Path directory;

  private Receiver receiver;

  @BeforeEach
  void start() throws IOException {
    receiver = receiver(PATIENCE);
  }

  private Receiver receiver(Duration patience) throws IOException {
    return Receiver.startAlone(
        new ReceiverSettings(
            "127.0.0.1",
            0,
            directory.resolve("log-" + patience.toSeconds()),
            new UsageLogLimits(64, 60, 30, 10),
            Decoders.settings(null, List.of(), 0),
            null,
            null,
            null,
            ReceiverLimits.defaults().withIdle(patience).withResting(RESTING)),
        message -> {});
  }

  @AfterEach
  void stop() throws IOException {
    receiver.close();
  }

  @Test
  void headersThatTrickleAreCut() throws Exception {
    try (RawHttp http = new RawHttp(receiver.port())) {
      http.send(POST);
      Thread trickle = new Thread(() -> trickle(http, "X: y\r\n"));
      trickle.start();
      assertThat(http.all()).doesNotContain(" 200 ");
      trickle.join();
    }
  }

  @Test
  void blankLinesDoNotKeepAConnectionThatHadItsAnswer() throws Exception {
    try (RawHttp http = new RawHttp(receiver.port())) {
      http.send(EMPTY);
      Thread trickle = new Thread(() -> trickle(http, "\r\n"));
      trickle.start();
      assertThat(http.all()).startsWith("HTTP/1.1 200 ").endsWith("\n");
      trickle.join();
    }
  }

  @Test
  void aBodyMayTakeLongerThanThatIfItComesFastEnough() throws Exception {
    String part = " ".repeat(4_096);
    int parts = 40;
    try (RawHttp http = new RawHttp(receiver.port())) {
      http.send(
          POST + "Connection: close\r\nContent-Length: " + parts * part.length() + "\r\n\r\n");
      for (int i = 0; i < parts; i++) {
        LockSupport.parkNanos(PAUSE_NANOS);
        http.send(part);
      }
      assertThat(http.firstLine()).isEqualTo("HTTP/1.1 200 OK");
    }
  }

  @Test
  void ofTooManyThatRestOneIsClosedAndTheOthersAreServed() throws Exception {
    List<RawHttp> open = new ArrayList<>();
    try (Receiver patient = receiver(Duration.ofMinutes(2))) {
      for (int i = 0; i <= RESTING; i++) {
        open.add(new RawHttp(patient.port()));
      }
      List<RawHttp> closed = new ArrayList<>();
      Awaited.until(
          () -> {
            for (RawHttp http : open) {
              if (http.isClosed()) {
                closed.add(http);
              }
            }
            return !closed.isEmpty();
          });
      assertThat(closed).hasSize(1);
      for (RawHttp http : open) {
        if (!closed.contains(http)) {
          assertThat(http.send(EMPTY).firstLine()).isEqualTo("HTTP/1.1 200 OK");
        }
      }
    } finally {
      for (RawHttp http : open) {
        http.close();
      }
    }
  }

  private static void trickle(RawHttp http, String text) {
    try {
      while (true) {
        LockSupport.parkNanos(PAUSE_NANOS);
        http.send(text);
      }
    } catch (IOException e) {
      // It was closed, as it should be.
      return;
    }
  }
}
