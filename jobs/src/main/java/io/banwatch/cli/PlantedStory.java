package io.banwatch.cli;

import io.banwatch.alert.Alert;
import io.banwatch.alert.Subject;
import io.banwatch.simulate.Label;
import java.time.Duration;

/**
 * A story that stands in simulated traffic, beside the alerts that it explains.
 *
 * @param label what happened, as the simulation tells it
 */
record PlantedStory(Label label) {
  /** An episode may open on what the story leaves behind in the longest window. */
  private static final long AFTERMATH_MILLIS = Duration.ofHours(1).toMillis();

  /** Event time of its first record, epoch milliseconds. */
  long fromMillis() {
    return label.from().toEpochMilli();
  }

  /** Whether it is one that no signal may take for trouble. */
  boolean isNearMiss() {
    return label.signals().isEmpty();
  }

  /** Whether the alert opened while the story ran, about one whom it touched. */
  boolean explains(Alert alert) {
    return alert.startsAt() >= fromMillis()
        && alert.startsAt() <= label.to().toEpochMilli() + AFTERMATH_MILLIS
        && touches(alert.subject());
  }

  /** Whether the alert is about the very key, account or anyone whom the story touches. */
  boolean concerns(Alert alert) {
    return !label.reach().equals("key") || alert.subject().key() != null;
  }

  /** The alias of its key, or the account, or everyone. */
  String whose() {
    return switch (label.reach()) {
      case "everyone" -> "everyone";
      case "account" -> AlertText.nameOf(Subject.ofAccount(label.vendor(), label.account()));
      default ->
          AlertText.nameOf(
              new Subject(label.vendor(), label.account(), label.key(), label.alias(), null));
    };
  }

  private boolean touches(Subject subject) {
    boolean sameAccount =
        label.vendor().equals(subject.vendor()) && label.account().equals(subject.account());
    return switch (label.reach()) {
      case "everyone" -> true;
      case "account" -> sameAccount;
      default -> subject.key() == null ? sameAccount : subject.key().equals(label.key());
    };
  }
}
