package io.banwatch.benchmark;

import io.banwatch.simulate.record.RecordFormat;

/** How much each record of a benchmark's log holds. */
public enum RecordSize {
  /** What a redacting callback sends, under 1 KB. */
  SLIM("slim"),
  /** The whole record, about 5 KB. */
  FULL("full");

  private final String word;

  RecordSize(String word) {
    this.word = word;
  }

  /** The name on the command line and in file names. */
  public String word() {
    return word;
  }

  RecordFormat format() {
    return switch (this) {
      case SLIM -> RecordFormat.slim();
      case FULL -> RecordFormat.full();
    };
  }
}
