package io.banwatch.webhook;

import io.banwatch.alert.Alert;
import java.util.ArrayList;
import java.util.List;

/**
 * What one message tells.
 *
 * @param kind how
 * @param alerts what, in the order in which they changed; one, but for a digest
 * @param before the line that this receiver was told last of the same episode, or null for none
 */
public record Notice(Kind kind, List<Alert> alerts, Alert before) {
  /** The most alerts of one digest; a Slack message has room for 50 blocks. */
  public static final int DIGEST_LIMIT = 20;

  /** How alerts are told. */
  public enum Kind {
    /** One change of one alert. */
    CHANGE,
    /** An episode that began and ended before anything could be told of it. */
    MEANWHILE,
    /** Several alerts about one account. */
    DIGEST
  }

  /** Copies the list. */
  public Notice {
    alerts = List.copyOf(alerts);
  }

  /** One change of an alert of which this receiver has heard nothing. */
  public static Notice of(Alert alert) {
    return after(null, alert);
  }

  /**
   * One change of an alert.
   *
   * @param before the line that this receiver was told last of the same episode, or null
   */
  public static Notice after(Alert before, Alert alert) {
    return new Notice(Kind.CHANGE, List.of(alert), before);
  }

  /**
   * The one message about an episode that began and ended before anything could be told of it.
   *
   * @param resolved its last line
   */
  public static Notice meanwhile(Alert resolved) {
    return new Notice(Kind.MEANWHILE, List.of(resolved), null);
  }

  /**
   * Alerts about one account, together. A single one is told as a change, more than {@value
   * #DIGEST_LIMIT} in several digests.
   *
   * @param alerts one line of each episode at most, the newest, in the order in which they changed
   */
  public static List<Notice> digests(List<Alert> alerts) {
    List<Notice> notices = new ArrayList<>();
    for (int i = 0; i < alerts.size(); i += DIGEST_LIMIT) {
      List<Alert> part = alerts.subList(i, Math.min(alerts.size(), i + DIGEST_LIMIT));
      notices.add(part.size() == 1 ? of(part.get(0)) : new Notice(Kind.DIGEST, part, null));
    }
    return notices;
  }
}
