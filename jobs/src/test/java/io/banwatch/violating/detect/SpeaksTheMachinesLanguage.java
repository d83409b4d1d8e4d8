package io.banwatch.violating.detect;

/** Breaks the rule that what is told is the same in every language. */
public final class SpeaksTheMachinesLanguage {
  private SpeaksTheMachinesLanguage() {}

  static String tells(long requests) {
    return "%,d requests".formatted(requests);
  }
}
