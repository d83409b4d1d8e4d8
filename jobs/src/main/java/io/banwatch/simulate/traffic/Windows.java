package io.banwatch.simulate.traffic;

/** How busy a key is, in windows of ten minutes. */
public interface Windows {
  /** The length of a window, microseconds: that of the published client rates. */
  long LENGTH = 10 * Time.MINUTE;

  /**
   * How busy one window is.
   *
   * @param start its start, microseconds since the epoch
   */
  Window at(long start);

  /**
   * A window's counts.
   *
   * @param mean expected requests, 0 or more
   * @param dispersion variance of the count over its mean, at least 1
   */
  record Window(double mean, double dispersion) {
    /** Nothing happens. */
    public static final Window EMPTY = new Window(0, 1);
  }
}
