package io.banwatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlertIdTest {
  @Test
  void isTheSameForEver() {
    Subject subject = new Subject("anthropic", "org-1", "88dc", "ci-bot", "search");

    assertThat(AlertId.of(finding("surge", 5_000), subject, 0))
        .isEqualTo("0d0564c5d28edb43eb83bd04");
  }

  @Test
  void doesNotDependOnHowTheKeyIsCalled() {
    Subject named = new Subject("anthropic", "org-1", "88dc", "ci-bot", "search");
    Subject nameless = new Subject("anthropic", "org-1", "88dc", null, null);

    assertThat(AlertId.of(finding("surge", 5_000), named, 0))
        .isEqualTo(AlertId.of(finding("surge", 5_000), nameless, 0));
  }

  @Test
  void differsWithWhatMakesAnEpisode() {
    Stream<String> ids =
        Stream.of(
            AlertId.of(finding("surge", 1), new Subject("a", "b", "c", null, null), 0),
            AlertId.of(finding("burst", 1), new Subject("a", "b", "c", null, null), 0),
            AlertId.of(finding("surge", 1), new Subject("a", "b", "c", null, null), 1),
            AlertId.of(finding("surge", 2), new Subject("a", "b", "c", null, null), 0),
            AlertId.of(finding("surge", 1), new Subject("x", "b", "c", null, null), 0),
            AlertId.of(finding("surge", 1), new Subject("a", "x", "c", null, null), 0),
            AlertId.of(finding("surge", 1), new Subject("a", "b", "x", null, null), 0),
            AlertId.of(finding("surge", 1), new Subject("a", "b", "", null, null), 0),
            AlertId.of(finding("surge", 1), new Subject("a", "b", null, null, null), 0),
            AlertId.of(finding("surge", 1), new Subject("ab", "", "c", null, null), 0),
            AlertId.of(finding("surge", 1), new Subject("a", "b1:c", "", null, null), 0),
            AlertId.of(finding("surge", 1), new Subject("a", "b\n", "c", null, null), 0));

    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{24}"));
  }

  private static Finding finding(String signal, long at) {
    return new Finding(
        signal, Severity.INFO, 1, at, 1, () -> new Explanation("", "", List.of(), List.of()));
  }
}
