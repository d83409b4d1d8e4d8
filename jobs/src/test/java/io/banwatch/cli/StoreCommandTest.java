package io.banwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCommandTest {
  private static final String NOWHERE = "http://127.0.0.1:1/banwatch";

  @TempDir private Path directory;

  @Test
  void aServerThatIsNotThereIsWrongUsageForSetupAndReplayAlike() throws Exception {
    String words =
        "InfluxDB at http://127.0.0.1:1 does not answer (nothing listens at 127.0.0.1:1). Does it"
            + " run there?";
    CommandLineRun setup = CommandLineRun.withoutReplay("store", "setup", "--influx", NOWHERE);
    assertThat(setup.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(setup.errLines()).containsExactly("banwatch store setup: " + words);
    Path log = Files.writeString(directory.resolve("usage.jsonl"), "{}\n");
    CommandLineRun replay =
        CommandLineRun.withoutReplay(
            "replay",
            "--out",
            directory.resolve("out").toString(),
            "--influx",
            NOWHERE,
            log.toString());
    assertThat(replay.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(replay.errLines()).containsExactly("banwatch replay: " + words);
  }

  @Test
  void whatIsMissingIsNamedAllOfIt() {
    CommandLineRun run = CommandLineRun.withoutReplay("store");
    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.errLines())
        .containsExactly(
            "banwatch store: --influx is missing; give http://HOST:PORT/DATABASE_OR_BUCKET",
            "banwatch store: --from is missing; give the directory that banwatch run --out writes"
                + " to");
    assertThat(CommandLineRun.withoutReplay("store", "setup").exitCode())
        .isEqualTo(ExitCode.WRONG_USAGE);
  }
}
