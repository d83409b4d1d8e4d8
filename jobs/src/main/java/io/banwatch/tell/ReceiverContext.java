package io.banwatch.tell;

import io.banwatch.policy.Receiver;
import io.banwatch.policy.ReceiverFormat;
import io.banwatch.policy.Telling;

/**
 * What all parts of one receiver's deliveries work with.
 *
 * @param receiver who is told
 * @param telling how alerts are told
 * @param schedule when failed attempts are made again
 * @param store what is kept
 * @param backlog the order of what waits
 * @param outlet effects
 * @param tally counts
 * @param news tells a person
 */
record ReceiverContext(
    Receiver receiver,
    Telling telling,
    RetrySchedule schedule,
    Store store,
    Backlog backlog,
    Outlet outlet,
    Tally tally,
    ReceiverNews news) {

  /** After how long a firing alert is told again, in milliseconds; 0 for never. */
  long repeatMillis() {
    return isAlertmanager() ? telling.resendMillis() : 0;
  }

  /** Whether alerts are put together. An Alertmanager groups by itself. */
  boolean digests() {
    return receiver.digest() != null && !isAlertmanager();
  }

  private boolean isAlertmanager() {
    return receiver.format() == ReceiverFormat.ALERTMANAGER;
  }
}
