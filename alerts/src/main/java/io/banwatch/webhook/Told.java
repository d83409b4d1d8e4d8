package io.banwatch.webhook;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertStatus;

/**
 * An alert as it leaves the house.
 *
 * @param alert without what must not leave
 * @param dashboard where to look further; empty for nowhere
 */
record Told(Alert alert, String dashboard) {
  boolean resolved() {
    return alert.status() == AlertStatus.RESOLVED;
  }

  /** Names the line. */
  String id() {
    return alert.id() + "-" + alert.sequence();
  }
}
