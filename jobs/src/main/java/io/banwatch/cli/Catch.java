package io.banwatch.cli;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.Severity;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a planted story was noticed. */
final class Catch {
  private final PlantedStory story;
  private final List<Alert> alerts;

  /**
   * @param alerts every alert line of the replay
   */
  Catch(PlantedStory story, List<Alert> alerts) {
    this.story = story;
    this.alerts = alerts;
  }

  /**
   * The first warning that the story explains: of a signal that must notice it if there is one,
   * else of any.
   */
  Optional<Alert> first() {
    return warnings()
        .filter(alert -> story.label().signals().contains(alert.signal()))
        .min(Comparator.comparingLong(Alert::changedAt))
        .or(() -> warnings().min(Comparator.comparingLong(Alert::changedAt)));
  }

  /** One sentence about it. */
  String told() {
    Optional<Alert> first = first();
    if (first.isEmpty()) {
      return story.isNearMiss() ? "no warning, as it should be" : "NOT CAUGHT";
    }
    Duration after = Duration.ofMillis(first.get().changedAt() - story.fromMillis());
    if (story.isNearMiss()) {
      return "FALSE ALARM by " + first.get().signal() + " after " + Amount.time(after);
    }
    return "caught after " + Amount.time(after) + " by " + first.get().signal();
  }

  private Stream<Alert> warnings() {
    return alerts.stream()
        .filter(alert -> alert.status() == AlertStatus.FIRING)
        .filter(alert -> alert.severity().compareTo(Severity.WARNING) >= 0)
        .filter(story::explains);
  }
}
