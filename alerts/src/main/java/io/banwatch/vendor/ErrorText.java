package io.banwatch.vendor;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a failed request's log says of the failure, taken apart: the status, the codes, and the
 * message without the gateway's wrapping. Lives only while one answer is classified.
 *
 * <p>A message may repeat what a user wrote. What a colon, an equals sign, a quote, a bracket or a
 * line break introduces may be such a text, so a rule looks only at the opening before it, or at
 * what no quotes enclose. What a vendor repeats without any such mark cannot be told apart.
 */
final class ErrorText {
  /** Longer texts are cut: every known message stands within the first lines. */
  static final int LONGEST_TEXT = 8_192;

  private static final String INTRODUCES_FOREIGN_TEXT = ":=\"`“”«»{}[]<>|\n\r";

  private int status;
  private final Set<String> codes = new LinkedHashSet<>();
  private String message = "";
  private int opening;
  private String unquoted;

  private ErrorText() {}

  /** Takes the outcome of a failed request apart. Never throws. */
  static ErrorText of(Outcome outcome) {
    ErrorText said = new ErrorText();
    said.status = outcome.httpStatus();
    said.code(outcome.code());
    if (outcome.text() != null) {
      String text = outcome.text();
      String cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
      said.message = normalised(ErrorWrapping.unwrap(cut, said));
    }
    said.opening = openingOf(said.message);
    return said;
  }

  /** The status nearest to the vendor, 100 to 599, or 0 when unknown. */
  int status() {
    return status;
  }

  /** Error codes, types and exception classes, in lower case. */
  Set<String> codes() {
    return codes;
  }

  /** Whether the text starts within the message's opening. */
  boolean saysInOpening(String lowerCase) {
    int at = message.indexOf(lowerCase);
    return at >= 0 && at <= opening;
  }

  /** Whether the text stands anywhere in the message, outside quotes. */
  boolean saysUnquoted(String lowerCase) {
    if (unquoted == null) {
      unquoted = withoutQuotes(message);
    }
    return unquoted.contains(lowerCase);
  }

  /** Notes a code; a number is a status, and a later one is nearer to the vendor. */
  void code(String code) {
    if (code == null || code.isBlank()) {
      return;
    }
    StatusRange number = StatusRange.parse(code.strip());
    if (number != null && number.from() == number.to()) {
      status = number.from();
      return;
    }
    codes.add(code.strip().toLowerCase(Locale.ROOT));
  }

  private static String normalised(String message) {
    return message.strip().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
  }

  private static int openingOf(String message) {
    for (int i = 0; i < message.length(); i++) {
      char letter = message.charAt(i);
      if (INTRODUCES_FOREIGN_TEXT.indexOf(letter) >= 0 || opensQuote(message, i)) {
        return i;
      }
    }
    return message.length();
  }

  /** A single quote after a letter or digit is an apostrophe. */
  private static boolean opensQuote(String message, int at) {
    return message.charAt(at) == '\''
        && (at == 0 || !Character.isLetterOrDigit(message.charAt(at - 1)));
  }

  private static boolean closesQuote(String message, int at, char quote) {
    if (message.charAt(at) != quote) {
      return false;
    }
    boolean last = at + 1 == message.length();
    return quote != '\'' || last || !Character.isLetterOrDigit(message.charAt(at + 1));
  }

  /** A quote that never closes, as in a text that was cut, encloses the rest. */
  private static String withoutQuotes(String message) {
    StringBuilder rest = new StringBuilder(message.length());
    int at = 0;
    while (at < message.length()) {
      char letter = message.charAt(at);
      boolean opens = letter == '"' || letter == '`' || opensQuote(message, at);
      if (!opens) {
        rest.append(letter);
        at++;
        continue;
      }
      at++;
      while (at < message.length() && !closesQuote(message, at, letter)) {
        at++;
      }
      at++;
      rest.append('\n');
    }
    return rest.toString();
  }
}
