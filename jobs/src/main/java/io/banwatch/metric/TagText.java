package io.banwatch.metric;

import io.banwatch.alert.PlainText;
import io.banwatch.text.ClientAddresses;
import io.banwatch.text.MailAddresses;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Texts of the log as they may stand in points: nothing in them acts, no mail address, of client
 * addresses the network only, and not long.
 */
public final class TagText {
  /** The most code points of a text. */
  public static final int LONGEST = 200;

  private static final int HASH_LENGTH = 8;

  /** The most code points of a tag: a text, and what tells it from others that are cut alike. */
  public static final int LONGEST_TAG = LONGEST + 1 + HASH_LENGTH;

  private TagText() {}

  /** A text as it may be shown. */
  public static String plain(String text) {
    return PlainText.of(ClientAddresses.masked(MailAddresses.masked(text)), LONGEST);
  }

  /**
   * An account's name. Two names that would look alike once masked or cut stay two: what was
   * changed ends with {@code #} and the CRC-32 of what it was.
   */
  public static String account(String account) {
    String shown = plain(account);
    return shown.equals(account) ? shown : shown + "#" + checksum(account);
  }

  /**
   * A key as {@code alias#first 8 of its hash}.
   *
   * @param alias the key's name for people, or null
   * @param key its hash, or the gateway's id of it
   */
  public static String apiKey(String alias, String key) {
    int end = key.offsetByCodePoints(0, Math.min(HASH_LENGTH, key.codePointCount(0, key.length())));
    String hash = plain(key).equals(key) ? key.substring(0, end) : checksum(key);
    return (alias == null ? "" : plain(alias)) + "#" + hash;
  }

  private static String checksum(String text) {
    CRC32 checksum = new CRC32();
    checksum.update(text.getBytes(StandardCharsets.UTF_8));
    return String.format("%08x", checksum.getValue());
  }
}
