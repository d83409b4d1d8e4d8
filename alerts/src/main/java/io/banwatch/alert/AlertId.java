package io.banwatch.alert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names an episode by what makes it one, so that every run over one log gives the same id. */
final class AlertId {
  private static final int BYTES = 12;

  private AlertId() {}

  /**
   * SHA-256 over signal, vendor, account, key and start, cut to 96 bits, in hex. Each text goes in
   * with its length, so that no two subjects look the same once joined.
   *
   * @param before how many ended episodes of this subject and signal began in the same millisecond
   */
  static String of(Finding finding, Subject subject, int before) {
    String identity =
        part(finding.signal())
            + part(subject.vendor())
            + part(subject.account())
            + part(subject.key())
            + finding.at()
            + (before == 0 ? "" : "/" + before);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String part(String text) {
    return text == null ? "-:" : text.length() + ":" + text;
  }
}
