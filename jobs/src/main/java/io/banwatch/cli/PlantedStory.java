package io.banwatch.cli;

import io.banwatch.alert.Alert;
import io.banwatch.alert.Subject;
import java.time.Duration;
import java.util.List;

/**
 * A story that stands in simulated traffic, as its label tells it.
 *
 * @param name the story's name, for example {@code stolen-key}
 * @param title what happens, for people
 * @param vendor whose account it happens to
 * @param account the account
 * @param key the key it happens to, or null when it is the whole account
 * @param keyAlias the key's name, or null
 * @param fromMillis event time of its first record, epoch milliseconds
 * @param untilMillis event time of its last record, epoch milliseconds
 * @param signals the signals that must notice; empty for a near miss, which none may
 */
record PlantedStory(
    String name,
    String title,
    String vendor,
    String account,
    String key,
    String keyAlias,
    long fromMillis,
    long untilMillis,
    List<String> signals) {
  /** An episode may open on what the story leaves behind in the longest window. */
  private static final long AFTERMATH_MILLIS = Duration.ofHours(1).toMillis();

  /** Whether it is one that no signal may take for trouble. */
  boolean isNearMiss() {
    return signals.isEmpty();
  }

  /** Whether the alert opened while the story ran, about its key or its account. */
  boolean explains(Alert alert) {
    return alert.startsAt() >= fromMillis
        && alert.startsAt() <= untilMillis + AFTERMATH_MILLIS
        && isAbout(alert.subject());
  }

  /** The alias of its key, else the key, else the account. */
  String whose() {
    return AlertLine.nameOf(new Subject(vendor, account, key, keyAlias, null));
  }

  private boolean isAbout(Subject subject) {
    boolean sameAccount = subject.vendor().equals(vendor) && subject.account().equals(account);
    if (key == null || subject.key() == null) {
      return sameAccount;
    }
    return subject.key().equals(key);
  }
}
