package io.banwatch.tell;

/** What is told of a log that was never told before. */
public enum StartAt {
  /** Everything that stands there. */
  BEGINNING,
  /** The newest line of each episode that is open, then what comes. */
  OPEN_EPISODES,
  /** What comes. */
  NOW
}
