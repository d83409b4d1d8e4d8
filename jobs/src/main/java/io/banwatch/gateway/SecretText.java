package io.banwatch.gateway;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Takes out of a text what must never leave the decoder: credentials become their SHA-256, e-mail
 * addresses become {@code user-} and the first eight digits of theirs. Equal secrets stay equal, so
 * they can still be told apart.
 */
final class SecretText {
  /**
   * What a credential looks like. Prefixes of Anthropic, OpenAI, Google and AWS as of 2026-11, and
   * of the gateways and services that are seen beside them; {@code sk-} stands for every vendor and
   * gateway that uses it.
   */
  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "(?<![A-Za-z0-9])(?:"
              + "sk[-_][A-Za-z0-9_.\\-]{6,}"
              + "|AIza[A-Za-z0-9_\\-]{16,}"
              + "|ya29\\.[A-Za-z0-9_.\\-]{8,}"
              + "|(?:AKIA|ASIA)[A-Z0-9]{12,}"
              + "|(?:ABSK|bedrock-api-key-)[A-Za-z0-9+/=]{16,}"
              + "|eyJ[A-Za-z0-9_\\-]{6,}\\.[A-Za-z0-9_.\\-]{6,}"
              + "|(?:gh[opsur]_|github_pat_|glpat-|hf_|r8_|gsk_|xai-|pplx-|xox[abeprs]-)"
              + "[A-Za-z0-9_\\-]{16,}"
              + "|(?i:bearer|basic)\\s+[^\\s\"',;]{6,}"
              + ")");

  private static final Pattern SCHEME = Pattern.compile("(?i:bearer|basic)\\s+");

  private static final Pattern MAIL_ADDRESS =
      Pattern.compile("[^\\s@<>\"'(),;:/]{1,64}@[^\\s@<>\"'(),;:/]{1,190}\\.\\p{L}{2,24}");

  private SecretText() {}

  /** The text without credentials and e-mail addresses; the same text when it holds none. */
  static String cleaned(String text) {
    String hashed = CREDENTIAL.matcher(text).replaceAll(SecretText::hashedCredential);
    if (hashed.indexOf('@') < 0) {
      return hashed;
    }
    return MAIL_ADDRESS
        .matcher(hashed)
        .replaceAll(found -> "user-" + DigestUtils.sha256Hex(found.group()).substring(0, 8));
  }

  /**
   * The name under which a gateway's key is known: what looks like a credential, whole or in part,
   * is hashed as a whole, in the way LiteLLM hashes its keys.
   */
  static String keyName(String text) {
    String credential = SCHEME.matcher(text).replaceFirst("");
    boolean secret = credential.length() < text.length() || credential.startsWith("sk-");
    if (secret || CREDENTIAL.matcher(credential).find()) {
      return DigestUtils.sha256Hex(credential);
    }
    return cleaned(text);
  }

  private static String hashedCredential(MatchResult found) {
    Matcher scheme = SCHEME.matcher(found.group());
    if (scheme.lookingAt()) {
      return Matcher.quoteReplacement(found.group().substring(0, scheme.end()))
          + DigestUtils.sha256Hex(found.group().substring(scheme.end()));
    }
    return DigestUtils.sha256Hex(found.group());
  }
}
