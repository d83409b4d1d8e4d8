package io.banwatch.tell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The order in which one receiver's episodes are told: those that are due by the time of their
 * change, so that a backlog arrives as it happened. An index over state, made anew after a restart;
 * an episode is in it once, and not at all while it is in flight.
 */
final class Backlog {
  private final Map<String, Due> byEpisode = new HashMap<>();
  private final TreeSet<Due> later =
      new TreeSet<>(Comparator.comparingLong(Due::at).thenComparing(Due::episode));
  private final TreeSet<Due> ready =
      new TreeSet<>(Comparator.comparingLong(Due::changedAt).thenComparing(Due::episode));
  private final TreeSet<Due> oldest =
      new TreeSet<>(Comparator.comparingLong(Due::since).thenComparing(Due::episode));
  private final Set<String> inFlight = new HashSet<>();

  /**
   * When an episode wants attention.
   *
   * @param at not before, epoch milliseconds
   * @param changedAt the order among those that are due
   * @param since when it first could have been told; {@link Long#MAX_VALUE} when it only repeats
   * @param group what a digest puts together
   */
  private record Due(String episode, long at, long changedAt, long since, String group) {}

  /** Puts an episode in, or moves it. While it is in flight nothing happens. */
  void put(String episode, WaitingEpisode state) {
    remove(episode);
    if (inFlight.contains(episode)) {
      return;
    }
    boolean waits = state.isWaiting();
    if (!waits && state.repeatAt == 0) {
      return;
    }
    Due due =
        new Due(
            episode,
            waits ? state.nextTryAt : state.repeatAt,
            state.changedAt,
            waits ? state.dueSince : Long.MAX_VALUE,
            state.group);
    byEpisode.put(episode, due);
    later.add(due);
    if (waits) {
      oldest.add(due);
    }
  }

  /** Takes an episode out. */
  void remove(String episode) {
    Due due = byEpisode.remove(episode);
    if (due != null) {
      later.remove(due);
      ready.remove(due);
      oldest.remove(due);
    }
  }

  /**
   * Takes out the next that is due and, for a digest, others of its group.
   *
   * @param most episodes, at least 1
   * @return in the order of their changes; empty when none is due
   */
  List<String> take(long now, int most) {
    while (!later.isEmpty() && later.first().at() <= now) {
      ready.add(later.pollFirst());
    }
    List<String> taken = new ArrayList<>();
    if (ready.isEmpty()) {
      return taken;
    }
    String group = ready.first().group();
    for (Due due : ready) {
      if (taken.size() < most && due.group().equals(group)) {
        taken.add(due.episode());
      }
      if (taken.size() == most) {
        break;
      }
    }
    taken.forEach(this::remove);
    return taken;
  }

  /** These are on their way. */
  void fly(List<String> episodes) {
    inFlight.addAll(episodes);
  }

  /** These have been answered. */
  void land(List<String> episodes) {
    episodes.forEach(inFlight::remove);
  }

  boolean isInFlight(String episode) {
    return inFlight.contains(episode);
  }

  /** The episode that has waited longest, or null. */
  String longestWaiting() {
    return oldest.isEmpty() ? null : oldest.first().episode();
  }

  /** When the oldest could have been told first, epoch milliseconds; 0 when none waits. */
  long oldestSince() {
    return oldest.isEmpty() ? 0 : oldest.first().since();
  }

  /** How many wait, those in flight not counted. */
  int waiting() {
    return oldest.size();
  }

  /** When the next that is not due yet will be, or {@link Long#MAX_VALUE}. */
  long nextAt() {
    if (!ready.isEmpty()) {
      return Long.MIN_VALUE;
    }
    return later.isEmpty() ? Long.MAX_VALUE : later.first().at();
  }

  /** All that are in it. */
  List<String> episodes() {
    return List.copyOf(byEpisode.keySet());
  }
}
