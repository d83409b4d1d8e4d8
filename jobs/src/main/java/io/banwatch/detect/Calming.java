package io.banwatch.detect;

import io.banwatch.alert.Explanation;
import io.banwatch.alert.Fact;
import io.banwatch.alert.Finding;
import io.banwatch.alert.Severity;
import io.banwatch.policy.PlannedEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * A planned event lowers what it calms to {@code info}: it stays in the alert log with the event's
 * name, and wakes nobody. When the event is over and the pattern is not, severity climbs.
 */
final class Calming {
  /** The evidence that names the event. */
  static final String PLANNED_EVENT = "plannedEvent";

  private Calming() {}

  /**
   * @param event the planned event in force, or null
   */
  static Finding calm(Finding finding, PlannedEvent event) {
    if (event == null) {
      return finding;
    }
    return new Finding(
        finding.signal(),
        Severity.INFO,
        finding.magnitude(),
        finding.at(),
        finding.quietMillis(),
        () -> named(finding.explanation().get(), event));
  }

  private static Explanation named(Explanation explanation, PlannedEvent event) {
    List<Fact> evidence = new ArrayList<>(explanation.evidence());
    evidence.add(Fact.of(PLANNED_EVENT, event.name()));
    return new Explanation(
        explanation.summary() + " Expected: planned event \"" + event.name() + "\".",
        explanation.reason(),
        evidence,
        explanation.nextSteps());
  }
}
