package io.banwatch.tell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Alert;
import io.banwatch.policy.FileKeeping;
import io.banwatch.policy.ReceiverFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLetterBoxTest {
  private static final FileKeeping A_DAY_AND_A_WEEK = new FileKeeping(1, 24, 7);

  @TempDir private Path directory;
  private Instant now = Instant.parse("2026-11-21T08:00:00.000Z");

  @Test
  void aFileBeginsAnewAfterItsTimeAndGoesAfterItsAge() throws IOException {
    try (RotatedFile letters = open()) {
      letters.append(letter("a", 1));
      letters.sync();
      pass(Duration.ofHours(25));
      letters.append(letter("b", 1));
      letters.sync();
      assertThat(files())
          .containsExactly("dead-letters-20261122T090000.000Z.jsonl", "dead-letters.jsonl");
      pass(Duration.ofDays(2));
      // Nothing is appended any more; the checkpoints go on.
      letters.sync();
      assertThat(files()).hasSize(3).contains("dead-letters-20261124T090000.000Z.jsonl");
      pass(Duration.ofDays(6));
      letters.sync();
      assertThat(files())
          .containsExactly("dead-letters-20261124T090000.000Z.jsonl", "dead-letters.jsonl");
    }
  }

  @Test
  void aFileBeginsAnewWhenItIsLarge() throws IOException {
    byte[] line = "x".repeat(600_000).getBytes(UTF_8);
    try (RotatedFile letters = open()) {
      for (int i = 0; i < 4; i++) {
        letters.append(line);
      }
    }
    assertThat(files()).hasSize(2);
    assertThat(Files.size(directory.resolve("dead-letters.jsonl"))).isEqualTo(1_200_002);
  }

  @Test
  void lettersOfAllFilesAreListedAndNoMoreOnceTheyAreToldAgain() throws IOException {
    try (RotatedFile letters = open()) {
      letters.append(letter("a", 1));
      letters.sync();
      pass(Duration.ofHours(25));
      letters.append(letter("b", 1));
      letters.append(letter("b", 1));
    }
    DeadLetterBox box = box();
    assertThat(box.letters()).extracting(DeadLetter::id).containsExactly("a", "b");
    assertThat(box.redeliver()).isEqualTo(2);
    assertThat(box.letters()).isEmpty();
    pass(Duration.ofDays(2));
    try (RotatedFile letters = open()) {
      // It was refused once more.
      letters.append(letter("a", 1));
    }
    assertThat(box.letters()).extracting(DeadLetter::id).containsExactly("a");
    assertThat(box.redeliver()).isEqualTo(1);
    assertThat(files()).contains("redelivery.jsonl");
    assertThat(box.letters()).isEmpty();
  }

  @Test
  void whatIsToldAgainIsHowTheAlertStandsNow() throws IOException {
    AlertLogFile log = new AlertLogFile(directory);
    log.append(ToldAlerts.firing("a", 1));
    log.rotate();
    log.append(ToldAlerts.critical("a", 2));
    log.append(ToldAlerts.resolved("a", 3));
    log.append(ToldAlerts.firing("b", 1));
    try (RotatedFile letters = open()) {
      letters.append(letter("a", 1));
      letters.append(letter("b", 1));
    }
    assertThat(box().redeliver()).isEqualTo(2);
    Desk desk = Desk.of(Receivers.of(ReceiverFormat.PAGERDUTY));
    for (String line : Files.readAllLines(directory.resolve(Redelivery.FILE))) {
      desk.takeAgain(Lines.alert(Redelivery.read(line.getBytes(UTF_8)).line()));
    }
    desk.answerAll(200);
    assertThat(desk.arrived).containsExactly("meanwhile a3", "change b1");
  }

  @Test
  void whatWasToldAgainIsForgottenNoSoonerThanTheLetters() throws IOException {
    DeadLetterBox box = box();
    Path file = directory.resolve(Redelivery.FILE);
    try (RotatedFile letters = open()) {
      letters.append(letter("a", 1));
    }
    box.redeliver();
    Files.move(file, directory.resolve("redelivery-20261121T080000.000Z.jsonl"));
    pass(Duration.ofDays(8));
    try (RotatedFile letters = open()) {
      letters.append(letter("b", 1));
    }
    // Only who knows the policy removes anything.
    assertThat(box.redeliver()).isEqualTo(1);
    assertThat(files()).contains("redelivery-20261121T080000.000Z.jsonl");
  }

  private DeadLetterBox box() {
    return new DeadLetterBox(directory, () -> now);
  }

  private RotatedFile open() throws IOException {
    return RotatedFile.open(directory.resolve(DeadLetters.FILE), A_DAY_AND_A_WEEK, () -> now);
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private byte[] letter(String id, int sequence) {
    Alert alert = ToldAlerts.firing(id, sequence);
    return DeadLetters.write(
        new DeadLetter(
            "team",
            id,
            sequence,
            "refused",
            400,
            "no",
            now.toEpochMilli(),
            ToldAlerts.line(alert)));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
