package io.banwatch.receive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares tokens in a time that tells nothing of them. */
final class Bearer {
  private static final Pattern FORM = Pattern.compile("(?i:bearer) +(.*)");

  private final byte[] token;

  /**
   * @param token the one that is asked for; null when none is
   */
  Bearer(String token) {
    this.token = token == null ? null : token.getBytes(UTF_8);
  }

  /**
   * Whether a request may go on.
   *
   * @param authorization the header's value, or null
   */
  boolean admits(String authorization) {
    if (token == null) {
      return true;
    }
    Matcher form = FORM.matcher(authorization == null ? "" : authorization.strip());
    return form.matches() && MessageDigest.isEqual(form.group(1).getBytes(UTF_8), token);
  }
}
