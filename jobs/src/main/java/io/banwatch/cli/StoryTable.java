package io.banwatch.cli;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.PlainText;
import io.banwatch.alert.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One line for each planted story: how it was noticed, and after how long. */
final class StoryTable {
  private static final int LONGEST_NAME = 30;

  private final List<PlantedStory> stories;
  private final List<Alert> alerts;

  /**
   * @param alerts every alert line of the replay
   */
  StoryTable(List<PlantedStory> stories, List<Alert> alerts) {
    this.stories = stories;
    this.alerts = alerts;
  }

  /** The stories in the order of their beginnings, then what no story explains. */
  List<String> lines() {
    List<PlantedStory> inOrder = new ArrayList<>(stories);
    inOrder.sort(Comparator.comparingLong(PlantedStory::fromMillis));
    int nameWidth = inOrder.stream().mapToInt(story -> name(story).length()).max().orElse(0);
    int whoseWidth = inOrder.stream().mapToInt(story -> story.whose().length()).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (PlantedStory story : inOrder) {
      lines.add(
          pad(name(story), nameWidth)
              + "  "
              + pad(story.whose(), whoseWidth)
              + "  "
              + new Catch(story, alerts).told());
    }
    lines.add(Amount.count(unexplained(), "warning") + " that no story explains");
    return lines;
  }

  /** Episodes of warning and above that opened outside of every story. */
  private long unexplained() {
    return alerts.stream()
        .filter(alert -> alert.status() == AlertStatus.FIRING)
        .filter(alert -> alert.severity().compareTo(Severity.WARNING) >= 0)
        .filter(alert -> stories.stream().noneMatch(story -> story.explains(alert)))
        .map(Alert::id)
        .distinct()
        .count();
  }

  private static String name(PlantedStory story) {
    return PlainText.of(story.label().story(), LONGEST_NAME);
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
