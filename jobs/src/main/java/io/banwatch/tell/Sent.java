package io.banwatch.tell;

import io.banwatch.alert.Alert;
import io.banwatch.webhook.Notice;
import java.util.List;

/**
 * A change that is on its way to a receiver.
 *
 * @param episode the alert's id
 * @param sequence the change's sequence
 * @param line the alert log's line
 * @param meanwhile whether it tells of an episode that is over already, for the first time
 */
record Sent(String episode, int sequence, String line, boolean meanwhile) {
  /**
   * The notice that tells it, alone or with others.
   *
   * @param alerts all that the notice tells
   * @param before the line that the receiver was told last, or null
   */
  Notice notice(List<Alert> alerts, Alert before) {
    if (alerts.size() > 1) {
      return Notice.digests(alerts).get(0);
    }
    return meanwhile ? Notice.meanwhile(alerts.get(0)) : Notice.after(before, alerts.get(0));
  }
}
