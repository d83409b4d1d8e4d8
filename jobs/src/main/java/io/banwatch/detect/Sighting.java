package io.banwatch.detect;

/** When and how often something was seen of a key. Plain public fields: it lives in keyed state. */
public abstract class Sighting {
  private static final long DAY_MILLIS = 86_400_000;

  /** Two days that only midnight parts are one occasion; a night lies between real ones. */
  private static final long NIGHT_MILLIS = DAY_MILLIS / 2;

  /** Event time of the first request, epoch milliseconds. */
  public long firstAt;

  /** Event time of the newest request, epoch milliseconds. */
  public long lastAt;

  /** On how many days in UTC it was seen. */
  public int days;

  /** How many requests. */
  public long requests;

  /** Whether it was new to a key that was known well enough for this to be news. */
  public boolean news;

  void seenAt(long at) {
    requests++;
    if (requests == 1) {
      firstAt = at;
      lastAt = at;
      days = 1;
      return;
    }
    if (day(at) > day(lastAt) || day(at) < day(firstAt)) {
      days++;
    }
    firstAt = Math.min(firstAt, at);
    lastAt = Math.max(lastAt, at);
  }

  /** Whether it is the key's own: seen on so many different days. */
  boolean established(int onDays) {
    return days >= onDays && (onDays < 2 || lastAt - firstAt >= NIGHT_MILLIS);
  }

  /** Whether it was news, and is not yet the key's own. */
  boolean pending(int establishedDays) {
    return news && !established(establishedDays);
  }

  /** Whether it is the key's own, and was known a night before the other was first seen. */
  boolean homeBefore(Sighting other, int establishedDays) {
    return established(establishedDays) && other.firstAt - firstAt >= NIGHT_MILLIS;
  }

  private static long day(long at) {
    return Math.floorDiv(at, DAY_MILLIS);
  }
}
