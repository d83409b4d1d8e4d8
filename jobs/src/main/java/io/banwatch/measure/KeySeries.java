package io.banwatch.measure;

import java.util.ArrayList;
import java.util.List;

/** The slices of a key at one account. Plain public fields as in {@link KeySlices}. */
public class KeySeries {
  /** Who paid. */
  public String account = "";

  /** The key's name as it was called last, or null. */
  public String keyAlias;

  /** Its team as it was named last, or null. */
  public String team;

  /** The number of the newest slice that made room for newer ones; nothing goes back to it. */
  public long forgottenUpTo = Long.MIN_VALUE;

  /** Those that wait to be written, and the newest that were: the oldest first. */
  public List<KeySlice> slices = new ArrayList<>();

  /** No slice before this number waits to be written; 0 where that was not kept yet. */
  public long pendingFrom;

  /** The place of the first slice that may wait to be written: of up to thirty few do. */
  int firstPending() {
    int place = slices.size();
    while (place > 0 && slices.get(place - 1).number >= pendingFrom) {
      place--;
    }
    return place;
  }

  /** The slice of that number, begun when there is none. */
  KeySlice slice(long number) {
    int place = slices.size();
    while (place > 0 && slices.get(place - 1).number >= number) {
      place--;
    }
    if (place < slices.size() && slices.get(place).number == number) {
      return slices.get(place);
    }
    KeySlice begun = new KeySlice();
    begun.number = number;
    slices.add(place, begun);
    return begun;
  }

  /** Forgets the oldest that were written, and those that are too old to be written anew. */
  void forget(long watermark) {
    while (!slices.isEmpty() && slices.get(0).pending == null) {
      long oldest = slices.get(0).number;
      if (slices.size() <= Slices.MOST_OF_KEY && !Slices.isForgotten(oldest, watermark)) {
        return;
      }
      forgottenUpTo = oldest;
      slices.remove(0);
    }
  }
}
