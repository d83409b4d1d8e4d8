package io.banwatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private long now;

  @Test
  void itTellsShareRateAndTimeLeft() {
    assertThat(after(Duration.ofSeconds(30), 250, 1_000, 30_000))
        .isEqualTo("replaying   25 %  30,000 records  1,000/s  8 B/s  1 min 30 s left");
  }

  @Test
  void ofStandardInputItTellsTheRateOnly() {
    assertThat(after(Duration.ofSeconds(10), 0, 0, 30_000))
        .isEqualTo("replaying  30,000 records  3,000/s");
  }

  @Test
  void withoutRecordsItTellsTheRateInBytes() {
    assertThat(after(Duration.ofSeconds(10), 50_000_000, 100_000_000, 0))
        .isEqualTo("replaying   50 %  5.0 MB/s  10 s left");
  }

  @Test
  void atTheVeryBeginningItGuessesNoEnd() {
    assertThat(after(Duration.ofSeconds(10), 20, 1_000, 10))
        .isEqualTo("replaying    2 %  10 records  1/s  2 B/s");
  }

  @Test
  void inTheFirstSecondItGuessesNothing() {
    assertThat(after(Duration.ofMillis(300), 0, 1_000, 1)).isEqualTo("replaying    0 %  1 record");
  }

  @Test
  void aFileThatGrewMeanwhileIsNotOverdone() {
    assertThat(after(Duration.ofSeconds(1), 1_100, 1_000, 10))
        .isEqualTo("replaying  100 %  10 records  10/s  1.1 kB/s  0 s left");
  }

  private String after(Duration elapsed, long read, long total, long records) {
    PrintStream stream = new PrintStream(err, true, UTF_8);
    Progress progress = new Progress(new Terminal(stream, stream, "err", 100, false), () -> now);
    now += elapsed.toNanos();
    progress.update(read, total, records);
    return err.toString(UTF_8).replace("\r\u001b[2K", "");
  }
}
