package io.banwatch.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChainPlaceTest {
  @Test
  void ofNumberedFilesTheGreaterNumberIsTheOlder() {
    assertThat(
            sorted("/d/access.log", "/d/access.log.2.gz", "/d/access.log.10.gz", "/d/access.log.1"))
        .containsExactly(
            "/d/access.log.10.gz", "/d/access.log.2.gz", "/d/access.log.1", "/d/access.log");
    assertThat(chains("/d/access.log", "/d/access.log.2.gz")).containsExactly("/d/access.log");
  }

  @Test
  void ofDatedFilesTheLaterDateIsTheNewer() {
    assertThat(
            sorted(
                "/d/access.log",
                "/d/access.log-20261121-1763740000",
                "/d/access.log-20261121.gz",
                "/d/access.log-20261120"))
        .containsExactly(
            "/d/access.log-20261120",
            "/d/access.log-20261121.gz",
            "/d/access.log-20261121-1763740000",
            "/d/access.log");
    assertThat(chains("/d/access.log", "/d/access.log-20261120")).containsExactly("/d/access.log");
  }

  @Test
  void ofOneDayTheCountDecidesAsANumber() {
    assertThat(sorted("/d/a-2026-11-21.10.log", "/d/a-2026-11-21.9.log", "/d/a-2026-11-20.11.log"))
        .containsExactly(
            "/d/a-2026-11-20.11.log", "/d/a-2026-11-21.9.log", "/d/a-2026-11-21.10.log");
  }

  @Test
  void banwatchsOwnSegmentsAreOneChain() {
    String first = "/d/usage-20261121T100000Z-000001.jsonl.gz";
    String second = "/d/usage-20261121T100000Z-000002.jsonl";
    assertThat(sorted(second, first)).containsExactly(first, second);
    assertThat(chains(first, second)).hasSize(1);
  }

  @Test
  void otherNamesAndOtherDirectoriesAreChainsOfTheirOwn() {
    assertThat(chains("/d/part.1", "/d/part.2", "/e/access.log", "/d/access.log.1")).hasSize(4);
  }

  private static List<String> sorted(String... sources) {
    return Stream.of(sources)
        .sorted((one, other) -> ChainPlace.of(one).compareTo(ChainPlace.of(other)))
        .toList();
  }

  private static List<String> chains(String... sources) {
    return Stream.of(sources).map(each -> ChainPlace.of(each).chain()).distinct().toList();
  }
}
