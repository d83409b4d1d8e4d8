package io.banwatch.store;

import io.banwatch.alert.PlainText;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what an answer to a write means, by status and words.
 *
 * <p>A 400 or 422 is about lines only where it says so: any other is about the request, such as an
 * organisation that was not named, and to drop points for it would lose all of them.
 *
 * @see <a href="https://docs.influxdata.com/influxdb/v1/tools/api/">InfluxDB 1, API reference</a>
 * @see <a href="https://docs.influxdata.com/influxdb/v2/write-data/troubleshoot/">InfluxDB 2,
 *     troubleshoot writes</a>
 */
final class AnswerRules {
  private static final int LONGEST_WORDS = 300;
  private static final long MOST_SECONDS = 3_600;
  private static final Pattern DROPPED = Pattern.compile("dropped=(\\d+)");
  private static final String PARTIAL = "partial write";
  private static final String NO_POLICY = "retention policy not found";

  private static final List<String> ABOUT_LINES =
      List.of(
          PARTIAL,
          "unable to parse",
          "field type conflict",
          "max key length",
          "beyond retention",
          "line protocol");

  private AnswerRules() {}

  /**
   * The answer's meaning.
   *
   * @param status HTTP's, or 0 where there was no answer
   * @param message the server's, or the reason why there was none; may be null
   * @param retryAfter the header's text, or null
   * @param address for words
   */
  static WriteAnswer of(int status, String message, String retryAfter, InfluxAddress address) {
    String said = message == null ? "" : message;
    String lower = said.toLowerCase(Locale.ROOT);
    AnswerKind kind = kind(status, lower);
    String words =
        kind == AnswerKind.MISCONFIGURED
            ? Misconfiguration.words(status, said, address)
            : (status == 0 ? "" : status + " ") + said;
    return new WriteAnswer(
        kind, PlainText.of(words, LONGEST_WORDS), dropped(lower), waitMillis(retryAfter));
  }

  private static AnswerKind kind(int status, String message) {
    if (status >= 200 && status < 300) {
      return AnswerKind.STORED;
    }
    if (message.contains(NO_POLICY)) {
      return AnswerKind.NO_HISTORY;
    }
    return switch (status) {
      case 400, 422 -> ofLines(message);
      case 413 -> AnswerKind.TOO_LARGE;
      case 0, 408, 425, 429 -> AnswerKind.LATER;
      default -> status >= 500 ? AnswerKind.LATER : AnswerKind.MISCONFIGURED;
    };
  }

  private static AnswerKind ofLines(String message) {
    if (message.contains(PARTIAL)) {
      return AnswerKind.PARTLY_STORED;
    }
    return ABOUT_LINES.stream().anyMatch(message::contains)
        ? AnswerKind.REFUSED
        : AnswerKind.MISCONFIGURED;
  }

  private static int dropped(String message) {
    Matcher dropped = DROPPED.matcher(message);
    int last = 0;
    while (dropped.find()) {
      last = dropped.group(1).length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(dropped.group(1));
    }
    return last;
  }

  private static long waitMillis(String retryAfter) {
    if (retryAfter == null || !retryAfter.matches("\\d{1,9}")) {
      return 0;
    }
    return Math.min(MOST_SECONDS, Long.parseLong(retryAfter)) * 1_000;
  }
}
