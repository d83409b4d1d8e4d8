package io.banwatch.log;

import java.util.List;

/**
 * A log that is followed, found by the reader itself: who looks must know which file is which.
 *
 * @param history what is read before it, to learn from; null without
 */
record FollowDiscovery(FileDiscovery history) implements LogDiscovery {
  @Override
  public boolean isBounded() {
    return false;
  }

  @Override
  public List<LogFile> discover() {
    return history == null ? List.of() : history.discover();
  }
}
