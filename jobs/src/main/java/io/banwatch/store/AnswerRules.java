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
  private static final int NO_CONTENT = 204;
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
   * @param status HTTP's
   * @param message the server's; may be null
   * @param retryAfter the header's text, or null
   * @param address for words
   */
  static WriteAnswer of(int status, String message, String retryAfter, InfluxAddress address) {
    String whole = message == null ? "" : message;
    String said = PlainText.of(whole.strip(), LONGEST_WORDS);
    String lower = whole.toLowerCase(Locale.ROOT);
    AnswerKind kind = kind(status, lower);
    long waiting = waitMillis(retryAfter);
    return switch (kind) {
      case MISCONFIGURED -> misconfigured(Misconfiguration.of(status, said, address));
      case LATER ->
          new WriteAnswer(kind, later(status, said, waiting, address), remedy(lower), 0, waiting);
      case STORED, PARTLY_STORED, REFUSED, TOO_LARGE, NO_HISTORY ->
          new WriteAnswer(kind, status + " " + said, "", dropped(lower), waiting);
    };
  }

  /** What an answer means that is not InfluxDB's, as of a proxy before it. */
  static WriteAnswer of(ForeignAnswer answer, InfluxAddress address) {
    AnswerKind kind = kind(answer.status(), answer.getMessage().toLowerCase(Locale.ROOT));
    return switch (kind) {
      case STORED, MISCONFIGURED, NO_HISTORY, PARTLY_STORED, REFUSED ->
          misconfigured(Misconfiguration.of(answer, address));
      case LATER, TOO_LARGE -> {
        long waiting = waitMillis(answer.retryAfter());
        String words =
            address.server() + " does not answer as InfluxDB does (" + answer.getMessage() + ")";
        String remedy =
            answer.status() > 500 ? "Does InfluxDB run behind the proxy that answers?" : "";
        yield new WriteAnswer(kind, words + asked(waiting), remedy, 0, waiting);
      }
    };
  }

  /** What it means that there was no answer at all. */
  static WriteAnswer of(NoAnswer none, InfluxAddress address) {
    String words = "InfluxDB at " + address.server() + " does not answer (" + none.why() + ")";
    return new WriteAnswer(AnswerKind.LATER, words, none.remedy(), 0, 0);
  }

  private static WriteAnswer misconfigured(Misconfiguration wrong) {
    return new WriteAnswer(AnswerKind.MISCONFIGURED, wrong.words(), wrong.remedy(), 0, 0);
  }

  private static String later(int status, String said, long waiting, InfluxAddress address) {
    return "InfluxDB at "
        + address.server()
        + " takes no points now ("
        + status
        + (said.isEmpty() ? "" : " " + said)
        + ")"
        + asked(waiting);
  }

  private static String asked(long waiting) {
    return waiting == 0 ? "" : " and asks to wait for " + waiting / 1_000 + " s";
  }

  private static String remedy(String said) {
    if (said.contains("no space left")) {
      // 1.8.10 goes on refusing after there is room: its log's writer keeps the error.
      return "Make room on its disk; InfluxDB 1.x has to be started again then.";
    }
    return said.contains("read-only file system") ? "Let it write to its disk." : "";
  }

  private static AnswerKind kind(int status, String message) {
    if (status == NO_CONTENT) {
      return AnswerKind.STORED;
    }
    if (message.contains(NO_POLICY)) {
      return AnswerKind.NO_HISTORY;
    }
    return switch (status) {
      case 400, 422 -> ofLines(message);
      case 413 -> AnswerKind.TOO_LARGE;
      case 408, 425, 429 -> AnswerKind.LATER;
      // Not implemented, version not supported: what answers is no InfluxDB.
      case 501, 505 -> AnswerKind.MISCONFIGURED;
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
