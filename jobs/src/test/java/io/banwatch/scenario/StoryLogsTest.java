package io.banwatch.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The logs of the scenario folders are those that the stories make. */
class StoryLogsTest {
  private static final long LARGEST_LOG = 150_000;
  private static final long LARGEST_TOGETHER = 3_000_000;

  @TempDir private Path root;

  static Stream<Story> stories() {
    return Stories.all().stream();
  }

  @ParameterizedTest
  @MethodSource("stories")
  void theFoldersLogHoldsTheStory(Story story) throws IOException {
    Path log = Scenario.root().resolve(story.name()).resolve(Scenario.LOG);

    assertThat(Scenario.records(log)).isEqualTo(story.log().get());
    assertThat(Files.size(log)).isLessThan(LARGEST_LOG);
  }

  @Test
  void theLogsTogetherStaySmall() {
    assertThat(
            Scenario.in(Scenario.root()).stream()
                .mapToLong(scenario -> scenario.log().toFile().length())
                .sum())
        .isLessThan(LARGEST_TOGETHER);
  }

  @Test
  void storiesHaveNamesOfTheirOwn() {
    assertThat(stories().map(Story::name)).doesNotHaveDuplicates();
  }

  @Test
  void aLogThatHoldsSomethingElseIsWrittenAnewAndAnyOtherIsLeft() throws IOException {
    Story before = new Story("story", () -> List.of("{}"));
    Story after = new Story("story", () -> List.of("{}", "{}"));
    Path log = root.resolve("story").resolve(Scenario.LOG);

    ScenarioWriter.write(List.of(before), root);
    byte[] first = Files.readAllBytes(log);
    ScenarioWriter.write(List.of(before), root);
    assertThat(Files.readAllBytes(log)).isEqualTo(first);
    ScenarioWriter.write(List.of(after), root);
    assertThat(Scenario.records(log)).containsExactly("{}", "{}");
  }
}
