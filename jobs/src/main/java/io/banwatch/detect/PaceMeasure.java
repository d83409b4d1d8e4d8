package io.banwatch.detect;

/** What is measured of a pace. Kept apart, since an incident may show in one alone. */
public enum PaceMeasure {
  REQUESTS("requests", "requests"),
  /** Uncached input and cache writes in full, cache reads at a tenth, as vendors weigh them. */
  INPUT("input", "input tokens"),
  OUTPUT("output", "output tokens");

  private final String word;
  private final String unit;

  PaceMeasure(String word, String unit) {
    this.word = word;
    this.unit = unit;
  }

  /** The measure's name in the policy. */
  public String word() {
    return word;
  }

  /** The unit that stands in evidence and summaries. */
  public String unit() {
    return unit;
  }
}
