package io.banwatch.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DashboardsTest {
  private static final Path DIRECTORY = Path.of("..", WriteDashboards.DIRECTORY);

  @Test
  void whatIsCommittedIsWhatThePagesSay() throws IOException {
    List<String> expected = new ArrayList<>();
    for (Page page : Pages.ALL) {
      Path file = DIRECTORY.resolve(Pages.file(page));
      expected.add(file.getFileName().toString());
      assertThat(Files.readString(file))
          .as("%s; `jobs/src/test/dashboards write` writes it anew", file)
          .isEqualTo(Json.text(page.toJson(Pages.ALL)));
    }
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }
}
