package io.banwatch.gateway;

import io.banwatch.usage.UsageEvent;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A text of the log as it is kept: without secrets, and not too long.
 *
 * @param value the text, or null when there was none
 * @param cut whether something of it was left out for its length
 */
record KeptText(String value, boolean cut) {
  static final KeptText NONE = new KeptText(null, false);

  /** A text that was kept before, and cleaned then: cleaning hashes hashes a second time. */
  static KeptText asWritten(String text, boolean whole) {
    return text.isEmpty() ? NONE : new KeptText(text, !whole);
  }

  /** A name, a model, a user agent: any text but a key. */
  static KeptText of(String text, boolean whole) {
    if (isNone(text)) {
      return NONE;
    }
    String cleaned = SecretText.cleaned(text.strip());
    boolean cut = !whole || cleaned.length() > UsageEvent.LONGEST_TEXT;
    return new KeptText(shortened(cleaned), cut);
  }

  /**
   * The gateway's key: its name or hash; a long one becomes its SHA-256, since a cut one could be
   * another.
   */
  static KeptText ofKey(String text, boolean whole) {
    if (isNone(text)) {
      return NONE;
    }
    String name = SecretText.keyName(text.strip());
    if (name.length() > UsageEvent.LONGEST_TEXT) {
      return new KeptText(DigestUtils.sha256Hex(name), !whole);
    }
    return new KeptText(name, !whole);
  }

  /** The host name of an upstream's address. */
  static KeptText ofHost(String url, boolean whole) {
    String host = isNone(url) ? null : UpstreamHost.of(url.strip());
    return host == null ? NONE : new KeptText(host, !whole);
  }

  /** Whether a log means nothing by it: empty, or the dash that nginx and Envoy write. */
  private static boolean isNone(String text) {
    return text.isBlank() || text.equals("-");
  }

  private static String shortened(String text) {
    if (text.length() <= UsageEvent.LONGEST_TEXT) {
      return text;
    }
    int end = UsageEvent.LONGEST_TEXT;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }
}
