package io.banwatch.text;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks mail addresses wherever they stand: {@code j***@example.com}. */
public final class MailAddresses {
  /**
   * A local part of the characters that RFC 5322 calls atext, dots and quotes, and a domain with a
   * dot in it. Begins only where such a run begins, so that it takes linear time.
   */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~\"-])([\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~\"-]++)@"
              + "([\\p{L}\\p{N}-]++(?:\\.[\\p{L}\\p{N}-]++)++)");

  /** {@code unknown@vendor} is Banwatch's own name of an account, and nobody's mail address. */
  private static final String OWN = "unknown";

  private MailAddresses() {}

  /** The text with every mail address masked. */
  public static String masked(String text) {
    return text.indexOf('@') < 0 ? text : ADDRESS.matcher(text).replaceAll(MailAddresses::mask);
  }

  private static String mask(MatchResult found) {
    String local = found.group(1);
    if (local.equals(OWN)) {
      return Matcher.quoteReplacement(found.group());
    }
    String first = local.substring(0, local.offsetByCodePoints(0, 1));
    return Matcher.quoteReplacement(first + "***@" + found.group(2));
  }
}
