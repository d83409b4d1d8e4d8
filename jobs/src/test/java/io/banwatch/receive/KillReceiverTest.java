package io.banwatch.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillReceiverTest {
  private static final int KILLS = 5;

  @TempDir private Path directory;

  @Test
  void nothingThatWasAcknowledgedIsLostByAKill() throws Exception {
    KillReceiver.Result result = KillReceiver.run(directory.resolve("log"), KILLS, 1);
    assertThat(result.acknowledged()).isPositive();
    assertThat(result.lost()).isZero();
    assertThat(result.torn()).isZero();
  }
}
