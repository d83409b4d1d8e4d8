package io.banwatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.service.ServiceStatus;
import io.banwatch.service.StoreStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricLogWaitTest {
  @TempDir private Path directory;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Terminal terminal =
      new Terminal(
          new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
          new PrintStream(err, true, UTF_8),
          "",
          0,
          false);

  @Test
  void aMetricLogThatIsNotThereIsWaitedForWithTheCommandThatWritesIt() throws IOException {
    MetricLogWait wait = new MetricLogWait(terminal, directory);
    wait.look(status(0, 0, 0));
    assertThat(lines())
        .containsExactly(
            "store: "
                + directory
                + " holds no metrics.jsonl; waiting for it. `banwatch run --metric-log --out "
                + directory
                + "` writes it, and `banwatch replay --metric-log`");
    Files.createFile(directory.resolve("metrics.jsonl"));
    wait.look(status(0, 0, 0));
    wait.look(status(0, 0, 0));
    assertThat(lines()).hasSize(2).last().isEqualTo("store: metrics.jsonl is there");
  }

  @Test
  void thatAllIsStoredIsSaidOnceAndAClosedFileIsALogToo() throws IOException {
    Files.createFile(directory.resolve("metrics-20261103T141000Z.jsonl.gz"));
    MetricLogWait wait = new MetricLogWait(terminal, directory);
    wait.look(status(4, 3, 0));
    wait.look(status(4, 0, 9));
    assertThat(lines()).isEmpty();
    wait.look(status(7, 0, 0));
    wait.look(status(9, 0, 0));
    assertThat(lines())
        .containsExactly("store: all that stands there is stored (7 points); following");
  }

  private static StoreStatus status(long stored, long waiting, long unread) {
    ServiceStatus job = new ServiceStatus(true, false, null, 0, 0, 0, 0, 0, 0);
    return new StoreStatus(job, stored, 0, waiting, unread, null, true);
  }

  private List<String> lines() {
    return err.toString(UTF_8).lines().toList();
  }
}
