package io.banwatch.detect;

import java.util.List;

/** A bounded list of sightings with the newest in front, so that the common search ends at once. */
final class NewestFirst {
  /**
   * The most sightings of one kind. A person has a home, an office, a phone and the road, each with
   * IPv4 and IPv6; whoever has more than a dozen is told from the many by their newest.
   */
  static final int MOST = 12;

  private NewestFirst() {}

  /** Moves an item of the list to its front. */
  static <T extends Sighting> void front(List<T> list, int index) {
    if (index > 0) {
      list.add(0, list.remove(index));
    }
  }

  /**
   * Puts a new item in front. When there are too many, the least used goes that is not the key's
   * own, and the oldest of those, so that no churn of one-off places makes a key forget its home.
   */
  static <T extends Sighting> void add(List<T> list, T item, int establishedDays) {
    if (list.size() >= MOST) {
      list.remove(leastWorth(list, establishedDays));
    }
    list.add(0, item);
  }

  private static int leastWorth(List<? extends Sighting> list, int establishedDays) {
    int least = list.size() - 1;
    for (int i = least - 1; i >= 0; i--) {
      Sighting candidate = list.get(i);
      Sighting soFar = list.get(least);
      boolean stranger = !candidate.established(establishedDays);
      boolean strangerSoFar = !soFar.established(establishedDays);
      if (stranger == strangerSoFar ? stranger && candidate.requests < soFar.requests : stranger) {
        least = i;
      }
    }
    return least;
  }
}
