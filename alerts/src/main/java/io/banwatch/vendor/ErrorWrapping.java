package io.banwatch.vendor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes off what gateways and client libraries put around a vendor's message: classes, statuses and
 * JSON, for example {@code litellm.BadRequestError: AnthropicException - {"type": "error", ...}} or
 * {@code Error code: 403 - {'error': ...}}. Gateways behind gateways wrap more than once.
 */
final class ErrorWrapping {
  private static final int MOST_LAYERS = 4;

  /** Enough for the class, the status and the library's words of one layer. */
  private static final int MOST_WORDS = 8;

  private static final Pattern WORD =
      Pattern.compile(
          "\\s*(?:"
              + "(?<exception>[A-Za-z_][\\w.]{0,120}(?:Error|Exception)|(?:litellm\\.)?Timeout)"
              + "(?=[\\s:\\-]|$)"
              + "|(?<status>[45]\\d\\d)(?=[\\s:\\-{]|$)"
              + "|(?:Error code|API Error)(?=[\\s:])"
              + "|An error occurred \\((?<aws>\\w{1,80})\\) when calling the \\w{1,80} operation"
              + "(?: \\(reached max retries: \\d{1,4}\\))?"
              + ")\\s*[:\\-]{0,2}\\s*");

  private static final Pattern BODY = Pattern.compile("(?:b['\"])?\\[?\\s*\\{\\s*[\"']");

  private ErrorWrapping() {}

  /**
   * The vendor's own message.
   *
   * @param text a class and a message as logged
   * @param said receives the codes and statuses that the wrapping holds
   */
  static String unwrap(String text, ErrorText said) {
    String rest = text;
    for (int layer = 0; layer < MOST_LAYERS; layer++) {
      rest = withoutWords(rest, said);
      Matcher body = BODY.matcher(rest);
      if (!body.lookingAt()) {
        return rest;
      }
      rest = ErrorBody.message(rest.substring(rest.indexOf('{')), said);
    }
    return rest;
  }

  private static String withoutWords(String text, ErrorText said) {
    Matcher word = WORD.matcher(text);
    int at = 0;
    for (int words = 0; words < MOST_WORDS; words++) {
      if (!word.region(at, text.length()).lookingAt() || word.end() == at) {
        break;
      }
      note(word, said);
      at = word.end();
    }
    return text.substring(at);
  }

  private static void note(Matcher word, ErrorText said) {
    String exception = word.group("exception");
    if (exception != null) {
      said.code(exception.substring(exception.lastIndexOf('.') + 1));
    }
    said.code(word.group("status"));
    said.code(word.group("aws"));
  }
}
