package io.banwatch.vendor;

import java.util.List;
import java.util.Locale;

/**
 * One observed way of a vendor or a gateway to answer. Every condition that is given must hold; of
 * a list, one entry is enough.
 *
 * @param answer what such an answer means
 * @param texts parts of the message, in lower case; empty for any message
 * @param anywhere whether the text may stand in the whole message except in quotes, rather than
 *     only in its opening
 * @param codes error codes, types or exception classes, in lower case; empty for any
 * @param statuses HTTP statuses; empty for any
 * @param source where the fact was seen
 * @param date when it was last seen there, year and month or day
 */
record AnswerRule(
    AnswerClass answer,
    List<String> texts,
    boolean anywhere,
    List<String> codes,
    List<StatusRange> statuses,
    String source,
    String date) {

  AnswerRule {
    texts = texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
    codes = codes.stream().map(code -> code.toLowerCase(Locale.ROOT)).toList();
    statuses = List.copyOf(statuses);
  }

  /** Whether this is such an answer. */
  boolean matches(ErrorText said) {
    return statusMatches(said.status()) && codeMatches(said) && textMatches(said);
  }

  private boolean statusMatches(int status) {
    if (statuses.isEmpty()) {
      return true;
    }
    for (StatusRange range : statuses) {
      if (range.holds(status)) {
        return true;
      }
    }
    return false;
  }

  private boolean codeMatches(ErrorText said) {
    if (codes.isEmpty()) {
      return true;
    }
    for (String code : codes) {
      if (said.codes().contains(code)) {
        return true;
      }
    }
    return false;
  }

  private boolean textMatches(ErrorText said) {
    if (texts.isEmpty()) {
      return true;
    }
    for (String text : texts) {
      if (anywhere ? said.saysUnquoted(text) : said.saysInOpening(text)) {
        return true;
      }
    }
    return false;
  }
}
