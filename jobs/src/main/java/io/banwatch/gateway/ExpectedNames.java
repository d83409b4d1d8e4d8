package io.banwatch.gateway;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Which field's name comes next, by what came last in the same place. Records of one gateway are
 * alike, and to compare a name with the bytes costs much less than to look it up.
 *
 * <p>Only a guess: whoever asks compares. Bounded: what is beyond {@link #MOST} names, or longer
 * than {@link #LONGEST} characters, is not remembered. Not thread-safe.
 */
final class ExpectedNames {
  static final int MOST = 4096;
  static final int LONGEST = 100;

  /** A name at its place, with those that stand beside it. */
  private static final class Place {
    private final String name;
    private final SerializedString text;
    private final Map<String, Place> beside;
    private Place next;
    private Place inside;

    Place(String name, Map<String, Place> beside) {
      this.name = name;
      this.text = name == null ? null : new SerializedString(name);
      this.beside = beside;
    }

    /** Where an object begins that is this field's value. */
    Place inside() {
      if (inside == null) {
        inside = new Place(null, new HashMap<>());
      }
      return inside;
    }
  }

  private final Place outside = new Place(null, Map.of());
  private Place[] open = new Place[16];
  private Place last = outside;
  private int depth;
  private int known;

  /** A new value begins. */
  void begin() {
    last = outside;
    depth = 0;
  }

  /** An object begins. */
  void enter() {
    if (depth == open.length) {
      open = Arrays.copyOf(open, 2 * depth);
    }
    open[depth] = last;
    depth++;
    last = last.inside();
  }

  /** An object ends. */
  void leave() {
    depth--;
    last = open[depth];
  }

  /** The name that is expected, or null. */
  SerializableString next() {
    return last.next == null ? null : last.next.text;
  }

  /** What was expected came. */
  String came() {
    last = last.next;
    return last.name;
  }

  /** Another name came; returns the same name. */
  String came(String name) {
    Place place = last.beside.get(name);
    if (place == null && known < MOST && name.length() <= LONGEST) {
      known++;
      // Interned, since readers compare it with their constants.
      place = new Place(name.intern(), last.beside);
      last.beside.put(place.name, place);
    }
    if (place == null) {
      last = new Place(null, last.beside);
      return name;
    }
    last.next = place;
    last = place;
    return place.name;
  }
}
