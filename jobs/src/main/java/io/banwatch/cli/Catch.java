package io.banwatch.cli;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.Severity;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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
   * The first warning that tells the story. Of a story that must be noticed: by a signal that must
   * notice it, else by any about its key. Of a near miss: by a signal that must not, about the one
   * whom it touches, since an alert about the whole account may have other grounds.
   */
  Optional<Alert> first() {
    if (story.isNearMiss()) {
      return earliest(
          alert -> story.label().nearMissOf().contains(alert.signal()) && story.concerns(alert));
    }
    return earliest(alert -> story.label().signals().contains(alert.signal()))
        .or(() -> earliest(story::concerns));
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

  private Optional<Alert> earliest(Predicate<Alert> which) {
    return alerts.stream()
        .filter(alert -> alert.status() == AlertStatus.FIRING)
        .filter(alert -> alert.severity().compareTo(Severity.WARNING) >= 0)
        .filter(story::explains)
        .filter(which)
        .min(Comparator.comparingLong(Alert::changedAt));
  }
}
