package io.banwatch.store;

import io.banwatch.alert.PlainText;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** An answer that InfluxDB does not give: from a proxy before it, or from something else. */
final class ForeignAnswer extends IOException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_QUOTE = 120;
  private static final long MOST_READ = 2_000;
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final int status;
  private final String retryAfter;

  private ForeignAnswer(int status, String retryAfter, String words) {
    super(words);
    this.status = status;
    this.retryAfter = retryAfter;
  }

  /** Of an answer whose body nobody has read. */
  static ForeignAnswer of(Request request, Response response) throws IOException {
    String words =
        request.method()
            + " "
            + request.url().encodedPath()
            + " was answered with "
            + response.code()
            + came(response);
    return new ForeignAnswer(response.code(), response.header("Retry-After"), words);
  }

  /** HTTP's. */
  int status() {
    return status;
  }

  /** The header's text, or null. */
  String retryAfter() {
    return retryAfter;
  }

  /** Whether another address was named. */
  boolean isRedirect() {
    return status >= 300 && status < 400;
  }

  private static String came(Response response) throws IOException {
    String location = response.header("Location");
    if (location != null) {
      return " " + quote("to " + location);
    }
    ResponseBody body = response.peekBody(MOST_READ);
    MediaType type = body.contentType();
    String text = quote(body.string());
    String typeWords =
        type == null
            ? ""
            : " " + quote((type.type() + "/" + type.subtype()).toLowerCase(Locale.ROOT));
    return typeWords + (text.isEmpty() ? "" : ": " + text);
  }

  private static String quote(String text) {
    return PlainText.of(BLANKS.matcher(text).replaceAll(" ").strip(), LONGEST_QUOTE)
        .stripTrailing();
  }
}
