package io.banwatch.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks at the places where the files of a log stand, and tells of directories that have taken the
 * place of a file. Used by one thread.
 */
final class LogLook {
  private final List<LogWatch> watches;
  private final LogNotices notices;
  private final Set<String> told = new HashSet<>();
  private boolean readableBefore = true;

  LogLook(List<LogWatch> watches, LogNotices notices) {
    this.watches = watches;
    this.notices = notices;
  }

  /**
   * What stands there now.
   *
   * @param tails the files that are followed
   * @param looked whether they were found by looking: what is known of a history only does not
   *     widen the look
   * @return null when a directory cannot be looked into
   */
  List<Sighting> look(Tails tails, boolean looked) {
    Set<String> chains = new HashSet<>(tails.chains().keySet());
    Set<String> sources = new HashSet<>();
    for (Tail tail : tails.all()) {
      sources.add(tail.source());
      if (looked) {
        chains.add(tail.place().chain());
      }
    }
    Set<String> misplaced = new TreeSet<>();
    List<Sighting> sightings = new ArrayList<>();
    try {
      for (LogWatch watch : watches) {
        chains.addAll(watch.chains());
        sightings.addAll(
            watch.look(
                chains,
                directory -> {
                  if (watch.names(directory) || sources.contains(directory)) {
                    misplaced.add(directory);
                  }
                }));
      }
    } catch (IOException e) {
      if (readableBefore) {
        notices.tell(
            watches.get(0).root(),
            "cannot be looked into, and is tried again: " + BlockReader.cause(e));
      }
      readableBefore = false;
      return null;
    }
    readableBefore = true;
    tell(misplaced);
    return sightings;
  }

  private void tell(Set<String> misplaced) {
    told.retainAll(misplaced);
    for (String directory : misplaced) {
      if (told.add(directory)) {
        notices.tell(
            directory,
            "is a directory, where a file is expected; it is read once a file stands there");
      }
    }
  }
}
