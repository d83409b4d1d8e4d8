package io.banwatch.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * The life of one subject's alerts: firing, told again when it matters, resolved. Plain data in
 * {@code open}, so that an operator may keep it in state; every change goes to the consumer as the
 * line to write.
 *
 * <p>At most one episode per (signal, vendor, account, key) is open. Severity only climbs. A change
 * matters when severity climbs, or when the magnitude has doubled since it was last told.
 */
public final class Episodes {
  private static final double TOLD_AGAIN_AT = 2.0;

  private final List<Episode> open;
  private final String policy;
  private final Consumer<Alert> changes;

  /**
   * @param open the open episodes, changed in place
   * @param policy the hash of the policy in force
   * @param changes receives each alert line
   */
  public Episodes(List<Episode> open, String policy, Consumer<Alert> changes) {
    this.open = open;
    this.policy = policy;
    this.changes = changes;
  }

  /** Opens, prolongs or worsens the episode that the finding belongs to. */
  public void found(Subject subject, Finding finding) {
    int index = indexOf(finding.signal(), subject);
    if (index < 0) {
      Alert first =
          firing(
              AlertId.of(finding, subject), 1, finding.severity(), finding.at(), subject, finding);
      open.add(new Episode(first, finding.magnitude(), finding.at(), finding.quietMillis()));
      changes.accept(first);
      return;
    }
    Episode episode = open.get(index);
    Alert told = episode.told();
    boolean worse = finding.severity().compareTo(told.severity()) > 0;
    boolean larger = finding.magnitude() >= TOLD_AGAIN_AT * episode.toldMagnitude();
    if (!worse && !larger) {
      open.set(index, episode.prolongedTo(finding.at()));
      return;
    }
    Severity severity = worse ? finding.severity() : told.severity();
    Alert next =
        firing(told.id(), told.sequence() + 1, severity, told.startsAt(), told.subject(), finding);
    long newest = Math.max(episode.lastFindingAt(), finding.at());
    double magnitude = Math.max(finding.magnitude(), episode.toldMagnitude());
    open.set(index, new Episode(next, magnitude, newest, finding.quietMillis()));
    changes.accept(next);
  }

  /** Resolves every episode whose quiet time has ended at or before {@code now} in event time. */
  public void quietUntil(long now) {
    List<Episode> over = new ArrayList<>();
    for (Episode episode : open) {
      if (episode.resolvesAt() <= now) {
        over.add(episode);
      }
    }
    over.sort(Comparator.comparingLong(Episode::resolvesAt));
    for (Episode episode : over) {
      resolve(episode, episode.resolvesAt(), null);
    }
  }

  /**
   * Resolves the signal's episode about this subject, if one is open.
   *
   * @param why a sentence that replaces the summary, or null to keep it
   */
  public void resolve(String signal, Subject subject, long at, String why) {
    int index = indexOf(signal, subject);
    if (index >= 0) {
      resolve(open.get(index), at, why);
    }
  }

  /** Resolves every open episode that is about this account. */
  public void resolveAccount(String vendor, String account, long at, String why) {
    for (Episode episode : List.copyOf(open)) {
      Subject subject = episode.told().subject();
      if (subject.vendor().equals(vendor) && subject.account().equals(account)) {
        resolve(episode, at, why);
      }
    }
  }

  /** Whether the signal's episode about this subject is open. */
  public boolean isOpen(String signal, Subject subject) {
    return indexOf(signal, subject) >= 0;
  }

  /** The earliest time at which an open episode resolves, or {@link Long#MAX_VALUE}. */
  public long nextResolution() {
    long next = Long.MAX_VALUE;
    for (Episode episode : open) {
      next = Math.min(next, episode.resolvesAt());
    }
    return next;
  }

  private void resolve(Episode episode, long at, String why) {
    Alert told = episode.told();
    Explanation before = told.explanation();
    Explanation explanation =
        why == null
            ? before
            : new Explanation(why, before.reason(), before.evidence(), before.nextSteps());
    open.remove(episode);
    changes.accept(
        new Alert(
            told.id(),
            told.sequence() + 1,
            AlertStatus.RESOLVED,
            told.severity(),
            told.signal(),
            told.subject(),
            policy,
            told.startsAt(),
            at,
            at,
            explanation));
  }

  private Alert firing(
      String id, int sequence, Severity severity, long startsAt, Subject subject, Finding finding) {
    return new Alert(
        id,
        sequence,
        AlertStatus.FIRING,
        severity,
        finding.signal(),
        subject,
        policy,
        startsAt,
        finding.at(),
        null,
        finding.explanation().get());
  }

  private int indexOf(String signal, Subject subject) {
    for (int i = 0; i < open.size(); i++) {
      Alert told = open.get(i).told();
      if (told.signal().equals(signal) && sameSubject(told.subject(), subject)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean sameSubject(Subject one, Subject other) {
    return one.vendor().equals(other.vendor())
        && one.account().equals(other.account())
        && java.util.Objects.equals(one.key(), other.key());
  }
}
