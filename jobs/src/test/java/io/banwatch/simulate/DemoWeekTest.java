package io.banwatch.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoWeekTest {
  @TempDir private Path directory;

  @Test
  void itHoldsAStoryForEachSignalOnKeysOfTheirOwn() throws IOException {
    Path log = directory.resolve("week.jsonl");
    List<Label> labels = DemoWeek.write(log);
    TreeSet<String> signals = new TreeSet<>();
    labels.forEach(label -> signals.addAll(label.signals()));
    assertThat(signals)
        .containsExactly(
            "account-disabled",
            "auth-failures",
            "impossible-travel",
            "new-country",
            "new-network",
            "request-surge",
            "subscription-misuse",
            "token-burst",
            "unsupported-region");
    assertThat(labels).extracting(Label::alias).doesNotHaveDuplicates();
    assertThat(labels).allMatch(label -> label.records() > 0);
    assertThat(labels).extracting(Label::told).contains("Wed 14:05 ci-runner: an agent in a loop");
    try (Stream<String> lines = Files.lines(log)) {
      assertThat(lines.count()).isBetween(150_000L, 300_000L);
    }
  }

  @Test
  void itHasFortyKeysOfThreeAccounts() {
    assertThat(DemoWeek.simulation().world().keys()).hasSize(40);
    assertThat(DemoWeek.simulation().world().accounts()).hasSize(3);
  }
}
