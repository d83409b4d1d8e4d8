package io.banwatch.log;

/**
 * What a file may be that is not known by the file system's identity.
 *
 * @param gone what was followed, stands nowhere, and began like it; or null
 * @param standing what is followed, stands somewhere else, and begins like it; or null
 * @param undecided whether it has too few bytes yet to tell it from another
 */
record Candidates(Tail gone, Tail standing, boolean undecided) {
  /** Of a file with this head, at this place. */
  static Candidates of(LogHead head, ChainPlace place, HeadIndex heads) {
    Tail gone = null;
    Tail standing = null;
    for (Tail tail : heads.same(head)) {
      if (place.isAnotherSegmentThan(tail.place())) {
        continue;
      }
      if (tail.isLocated()) {
        standing = longer(standing, tail);
      } else {
        gone = longer(gone, tail);
      }
    }
    return new Candidates(gone, standing, heads.mayBecomeOne(head, place));
  }

  /** The more of a file was read, the more it says that another begins like it. */
  private static Tail longer(Tail one, Tail other) {
    boolean better = one == null || other.head().length() >= one.head().length();
    return better ? other : one;
  }
}
