package io.banwatch.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.banwatch.alert.Alert;
import io.banwatch.alert.Severity;
import java.util.List;
import java.util.Map;

/**
 * Who is told of alerts, and how. Holds no secret, only where each stands.
 *
 * @param name for people and metrics, unique
 * @param format what is sent
 * @param url where to, or null when {@code urlFrom} says it, or the format knows it
 * @param urlFrom where the address stands, or null
 * @param secretFrom where the secret stands, or null for none
 * @param previousSecretFrom where the secret stands that is being replaced, or null
 * @param headersFrom more headers of each request, by name, and where their values stand
 * @param fallback whether it gets only what no other receiver takes; {@code default} in the policy
 * @param minimumSeverity only alerts at least this severe
 * @param signals only alerts of these signals; empty for all
 * @param matches only alerts about one of these; empty for all
 * @param resolved whether it is told as well that an alert is over; true when left out
 * @param digest how alerts are put together, or null to tell each by itself
 * @param fullAddresses whether client addresses go out whole
 * @param email the mail server and envelope, or null for another format
 */
public record Receiver(
    String name,
    ReceiverFormat format,
    String url,
    Reference urlFrom,
    Reference secretFrom,
    Reference previousSecretFrom,
    Map<String, Reference> headersFrom,
    @JsonProperty("default") boolean fallback,
    Severity minimumSeverity,
    List<String> signals,
    List<Match> matches,
    Boolean resolved,
    Digest digest,
    boolean fullAddresses,
    EmailSettings email) {
  /** Copies lists and maps, and fills in what was left out. */
  public Receiver {
    headersFrom = headersFrom == null ? Map.of() : Map.copyOf(headersFrom);
    minimumSeverity = minimumSeverity == null ? Severity.INFO : minimumSeverity;
    signals = signals == null ? List.of() : List.copyOf(signals);
    matches = matches == null ? List.of() : List.copyOf(matches);
    resolved = resolved == null || resolved;
  }

  /** A receiver of everything, in the standard format. */
  public static Receiver standard(String name, String url, Reference secretFrom) {
    return new Receiver(
        name,
        ReceiverFormat.STANDARD,
        url,
        null,
        secretFrom,
        null,
        null,
        false,
        null,
        null,
        null,
        null,
        null,
        false,
        null);
  }

  /**
   * Whether an alert of this signal and severity about this subject is for it. Where the alert
   * stands plays no part: see {@link #resolved}.
   */
  public boolean suits(Alert alert) {
    return alert.severity().compareTo(minimumSeverity) >= 0
        && (signals.isEmpty() || signals.contains(alert.signal()))
        && (matches.isEmpty()
            || matches.stream().anyMatch(match -> match.matches(alert.subject())));
  }

  /** Its name and format: an address may hold a secret. */
  @Override
  public String toString() {
    return "receiver " + name + " (" + format.word() + ")";
  }
}
