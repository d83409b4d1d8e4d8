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
   * Puts a new item in front. When there are too many, the oldest goes that is not the key's own,
   * so that no churn of one-off places makes a key forget its home.
   */
  static <T extends Sighting> void add(List<T> list, T item, int establishedDays) {
    if (list.size() >= MOST) {
      int oldest = list.size() - 1;
      int index = oldest;
      while (index >= 0 && list.get(index).established(establishedDays)) {
        index--;
      }
      list.remove(index < 0 ? oldest : index);
    }
    list.add(0, item);
  }
}
