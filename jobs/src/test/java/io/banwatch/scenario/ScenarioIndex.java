package io.banwatch.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of scenarios: what it says is told first is what is expected. Of each scenario it names
 * the first line, and when that is only {@code info} the first above it; it may name more.
 */
final class ScenarioIndex {
  private static final Pattern TOLD = Pattern.compile("`([a-z-]+)`, ([a-z]+)");
  private static final int TOLD_COLUMN = 3;

  private ScenarioIndex() {}

  /** One line that fires: when, how severe, which signal. */
  private record Line(String at, String told) {
    boolean isInfo() {
      return told.endsWith(" info");
    }
  }

  /** Fails when a row of the table says something else than its scenario expects. */
  static void saysWhatIsTold(List<Scenario> scenarios) throws IOException {
    for (Scenario scenario : scenarios) {
      List<Line> expected = firing(scenario);
      List<String> said = said(scenario);
      assertThat(said.isEmpty())
          .as("the index says that %s tells nothing", scenario.name())
          .isEqualTo(expected.isEmpty());
      assertThat(expected.stream().map(Line::told)).containsAll(said);
      List<List<String>> firsts = firsts(expected);
      assertThat(said).hasSizeGreaterThanOrEqualTo(firsts.size());
      for (int i = 0; i < firsts.size(); i++) {
        assertThat(firsts.get(i))
            .as("what the index says that %s tells first", scenario.name())
            .contains(said.get(i));
      }
    }
  }

  private static List<List<String>> firsts(List<Line> firing) {
    List<List<String>> firsts = new ArrayList<>();
    List<Line> above = firing.stream().filter(line -> !line.isInfo()).toList();
    if (!firing.isEmpty()) {
      firsts.add(togetherWith(firing.get(0), firing));
    }
    if (!above.isEmpty() && !above.get(0).at().equals(firing.get(0).at())) {
      firsts.add(togetherWith(above.get(0), above));
    }
    return firsts;
  }

  private static List<String> togetherWith(Line first, List<Line> lines) {
    return lines.stream().filter(line -> line.at().equals(first.at())).map(Line::told).toList();
  }

  private static List<Line> firing(Scenario scenario) throws IOException {
    List<Line> firing = new ArrayList<>();
    for (String line : scenario.expected()) {
      String[] words = line.split(" ", 5);
      if (words[1].equals("firing")) {
        firing.add(new Line(words[0], words[3] + " " + words[2]));
      }
    }
    return firing;
  }

  private static List<String> said(Scenario scenario) throws IOException {
    String row =
        Files.readAllLines(scenario.folder().resolveSibling(Scenario.STORY)).stream()
            .filter(line -> line.startsWith("| [" + scenario.name() + "]"))
            .findFirst()
            .orElseThrow();
    List<String> said = new ArrayList<>();
    Matcher told = TOLD.matcher(row.split("\\|", -1)[TOLD_COLUMN]);
    while (told.find()) {
      said.add(told.group(1) + " " + told.group(2));
    }
    return said;
  }
}
