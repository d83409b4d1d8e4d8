package io.banwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.service.ServiceDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayFilesTest {
  @TempDir private Path directory;

  @Test
  void whatWasFoundIsNamedOnlyWhereSomethingWas() throws IOException {
    ReplayFiles files = new ReplayFiles(directory);
    assertThat(files.foundUntilNow()).isEqualTo("nothing was found until now");
    Files.createFile(files.alerts());
    assertThat(files.foundUntilNow()).isEqualTo("nothing was found until now");
    Files.writeString(files.alerts(), "{}\n");
    assertThat(files.foundUntilNow()).isEqualTo(files.alerts() + " holds what was found until now");
  }

  @Test
  void theAlertsOfAServiceAreNeverReplaced() throws Exception {
    ReplayFiles files = new ReplayFiles(directory);
    assertThat(files.problems()).isEmpty();
    ServiceDirectory.own(directory).close();
    assertThat(files.problems())
        .containsExactly(
            "--out "
                + directory
                + " belongs to banwatch run, whose alerts would be replaced; name another");
  }
}
