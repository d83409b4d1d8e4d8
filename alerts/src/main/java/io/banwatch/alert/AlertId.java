package io.banwatch.alert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names an episode by what makes it one, so that every run over one log gives the same id. */
final class AlertId {
  private static final int BYTES = 12;

  private AlertId() {}

  /** SHA-256 over signal, vendor, account, key and start, cut to 96 bits, in hex. */
  static String of(Finding finding, Subject subject) {
    String identity =
        String.join(
            "\n",
            finding.signal(),
            subject.vendor(),
            subject.account(),
            subject.key() == null ? "" : subject.key(),
            Long.toString(finding.at()));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
