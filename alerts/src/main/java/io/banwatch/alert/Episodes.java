package io.banwatch.alert;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The life of one subject's alerts: firing, told again when it matters, resolved. Plain data in
 * {@code open}, so that an operator may keep it in state; every change goes to the consumer as the
 * line to write.
 *
 * <p>At most one episode per (signal, vendor, account, key) is open. Severity only climbs. A change
 * matters when severity climbs, or when the magnitude has doubled since it was last told. Findings
 * may come out of order: the first that came keeps naming the episode, and no line is dated before
 * the one it follows.
 */
public final class Episodes {
  private static final double TOLD_AGAIN_AT = 2.0;

  /** How many ended episodes are remembered, so that a late record does not take their id. */
  public static final int MOST_ENDED = 8;

  private final List<Episode> open;
  private final List<String> ended;
  private final String policy;
  private final Consumer<Alert> changes;

  /**
   * @param open the open episodes, changed in place
   * @param ended the ids of the newest episodes that ended, at most {@link #MOST_ENDED}, changed in
   *     place
   * @param policy the hash of the policy in force
   * @param changes receives each alert line
   */
  public Episodes(List<Episode> open, List<String> ended, String policy, Consumer<Alert> changes) {
    this.open = open;
    this.ended = ended;
    this.policy = policy;
    this.changes = changes;
  }

  /**
   * Opens, prolongs or worsens the episode that the finding belongs to. One whose quiet time was
   * over by then is resolved first, so that lines do not depend on how often {@link #quietUntil} is
   * called.
   */
  public void found(Subject subject, Finding finding) {
    int index = indexOf(finding.signal(), subject);
    if (index >= 0 && open.get(index).resolvesAt() <= finding.at()) {
      resolve(open.get(index), open.get(index).resolvesAt(), null);
      index = -1;
    }
    if (index < 0) {
      begin(subject, finding);
      return;
    }
    Episode episode = open.get(index);
    if (!matters(episode, finding)) {
      open.set(index, episode.prolongedBy(finding));
      return;
    }
    Alert next = told(episode.told(), finding);
    open.set(index, episode.toldAgain(next, finding));
    changes.accept(next);
  }

  /** Resolves every episode whose quiet time has ended at or before {@code now} in event time. */
  public void quietUntil(long now) {
    if (nextResolution() > now) {
      return;
    }
    List<Episode> over =
        open.stream()
            .filter(episode -> episode.resolvesAt() <= now)
            .sorted(Comparator.comparingLong(Episode::resolvesAt))
            .toList();
    for (Episode episode : over) {
      resolve(episode, episode.resolvesAt(), null);
    }
  }

  /**
   * Resolves the signal's episode about this subject, if one is open and its newest finding is
   * older than this: what came before a finding cannot take it back.
   *
   * @param at event time of what ends it, epoch milliseconds
   * @param why a sentence that replaces the summary, or null to keep it
   */
  public void resolve(String signal, Subject subject, long at, String why) {
    int index = indexOf(signal, subject);
    if (index >= 0 && open.get(index).lastFindingAt() < at) {
      resolve(open.get(index), at, why);
    }
  }

  /**
   * Resolves every open episode that is about this account, whatever their order in time.
   *
   * @param at event time of what ends them, epoch milliseconds
   * @param why a sentence that replaces the summary, or null to keep it
   */
  public void resolveAccount(String vendor, String account, long at, String why) {
    for (Episode episode : List.copyOf(open)) {
      Subject subject = episode.told().subject();
      if (vendor.equals(subject.vendor()) && account.equals(subject.account())) {
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

  private static boolean matters(Episode episode, Finding finding) {
    boolean worse = finding.severity().compareTo(episode.told().severity()) > 0;
    boolean larger =
        finding.magnitude() > episode.toldMagnitude()
            && finding.magnitude() >= TOLD_AGAIN_AT * episode.toldMagnitude();
    return worse || larger;
  }

  private void begin(Subject subject, Finding finding) {
    Alert first =
        new Alert(
            newId(finding, subject),
            1,
            AlertStatus.FIRING,
            finding.severity(),
            finding.signal(),
            subject,
            policy,
            finding.at(),
            finding.at(),
            null,
            finding.explanation().get());
    open.add(new Episode(first, finding.magnitude(), finding.at(), finding.quietMillis()));
    changes.accept(first);
  }

  private String newId(Finding finding, Subject subject) {
    int before = 0;
    String id = AlertId.of(finding, subject, before);
    while (ended.contains(id)) {
      before++;
      id = AlertId.of(finding, subject, before);
    }
    return id;
  }

  private Alert told(Alert before, Finding finding) {
    boolean worse = finding.severity().compareTo(before.severity()) > 0;
    return new Alert(
        before.id(),
        before.sequence() + 1,
        AlertStatus.FIRING,
        worse ? finding.severity() : before.severity(),
        before.signal(),
        before.subject(),
        policy,
        before.startsAt(),
        Math.max(before.changedAt(), finding.at()),
        null,
        finding.explanation().get());
  }

  private void resolve(Episode episode, long at, String why) {
    Alert before = episode.told();
    Explanation said = before.explanation();
    long endsAt = Math.max(at, episode.lastFindingAt());
    open.remove(episode);
    ended.add(before.id());
    if (ended.size() > MOST_ENDED) {
      ended.remove(0);
    }
    changes.accept(
        new Alert(
            before.id(),
            before.sequence() + 1,
            AlertStatus.RESOLVED,
            before.severity(),
            before.signal(),
            before.subject(),
            before.policy(),
            before.startsAt(),
            endsAt,
            endsAt,
            why == null
                ? said
                : new Explanation(why, said.reason(), said.evidence(), said.nextSteps())));
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
    return Objects.equals(one.vendor(), other.vendor())
        && Objects.equals(one.account(), other.account())
        && Objects.equals(one.key(), other.key());
  }
}
