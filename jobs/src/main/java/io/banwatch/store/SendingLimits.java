package io.banwatch.store;

import java.util.List;

/**
 * How much goes in one request.
 *
 * @param lines at most
 * @param bytes at most, before compression, unless one line alone is larger
 */
record SendingLimits(int lines, long bytes) {
  /**
   * InfluxData advises 5,000 lines in a request (InfluxDB docs, "Optimize writes", read in 2026); a
   * server takes 25 MB by default.
   */
  static final SendingLimits STANDARD = new SendingLimits(5_000, 4_000_000);

  /** How many of the first lines go in one request; at least 1. */
  int fitting(List<InfluxLine> waiting) {
    long used = 0;
    int count = 0;
    for (InfluxLine line : waiting) {
      used += line.bytes() + 1L;
      if (count == lines || (count > 0 && used > bytes)) {
        return count;
      }
      count++;
    }
    return count;
  }
}
