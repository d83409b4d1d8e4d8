package io.banwatch.store;

import com.influxdb.exceptions.InfluxException;
import java.util.regex.Pattern;

/** What a server said, without what the client puts before it. */
final class ServerWords {
  private static final Pattern PREFIX =
      Pattern.compile("^HTTP status code: \\d+; (?:Message: )?", Pattern.CASE_INSENSITIVE);

  private ServerWords() {}

  /** The words; empty when there are none. */
  static String of(InfluxException e) {
    String message = e.getMessage() == null ? "" : e.getMessage();
    return PREFIX.matcher(message).replaceFirst("").strip();
  }
}
