package io.banwatch.tell;

/** Counts for one receiver. */
interface Tally {
  /** One more of these. */
  void count(Outcome outcome);

  /**
   * How much waits.
   *
   * @param waiting changes
   * @param oldestSince when the oldest could have been told first, epoch milliseconds; 0 for none
   */
  void waiting(int waiting, long oldestSince);
}
