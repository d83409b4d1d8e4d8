package io.banwatch.policy;

import io.banwatch.alert.Alert;
import java.util.List;
import java.util.Optional;

/**
 * How alerts are told: to whom, when not, and with which links. Has no part in what is found, and
 * so none in the policy's hash.
 *
 * @param receivers who is told, in the policy's order
 * @param silences when some alerts are not told
 * @param dashboard the dashboard's address with placeholders; empty for none
 * @param resendMillis how often a firing alert is sent to an Alertmanager again
 * @param firingMillis how long an Alertmanager keeps an alert firing after it last heard of it
 */
public record Telling(
    List<Receiver> receivers,
    List<Silence> silences,
    String dashboard,
    long resendMillis,
    long firingMillis) {
  /** Copies the lists. */
  public Telling {
    receivers = List.copyOf(receivers);
    silences = List.copyOf(silences);
  }

  /**
   * The receivers that an alert of this severity is for: every one that it suits, else the default
   * one where it suits that. Whoever was told of an episode before should hear of its end too, even
   * where a graver severity has brought it to others meanwhile: that is for the teller to remember.
   */
  public List<Receiver> receiversOf(Alert alert) {
    List<Receiver> suited = receivers.stream().filter(receiver -> receiver.suits(alert)).toList();
    List<Receiver> meant = suited.stream().filter(receiver -> !receiver.fallback()).toList();
    return meant.isEmpty() ? suited : meant;
  }

  /**
   * The silence for which this alert is not told.
   *
   * @param at when it would be told, epoch milliseconds
   */
  public Optional<Silence> silencing(Alert alert, long at) {
    return silences.stream().filter(silence -> silence.covers(alert, at)).findFirst();
  }
}
