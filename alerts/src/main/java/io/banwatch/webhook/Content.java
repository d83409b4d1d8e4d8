package io.banwatch.webhook;

import io.banwatch.alert.Alert;
import io.banwatch.alert.Subject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A notice as it leaves the house.
 *
 * @param kind how alerts are told
 * @param alerts one or more
 * @param before the line told last of the same episode, or null
 */
record Content(Notice.Kind kind, List<Told> alerts, Alert before) {
  private static final int ID_BYTES = 12;

  /** The only alert, or a digest's first. */
  Told first() {
    return alerts.get(0);
  }

  /** For a single line its (id, sequence); for a digest a hash over all of theirs. */
  String id() {
    if (kind != Notice.Kind.DIGEST) {
      return first().id();
    }
    StringBuilder lines = new StringBuilder();
    alerts.forEach(told -> lines.append(told.id()).append('\n'));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(lines.toString().getBytes(StandardCharsets.UTF_8));
      return "digest-" + HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** When the newest of the changes happened, epoch milliseconds. */
  long changedAt() {
    return alerts.stream().mapToLong(told -> told.alert().changedAt()).max().orElseThrow();
  }

  /** Whom a digest is about. */
  Subject account() {
    Subject subject = first().alert().subject();
    return Subject.ofAccount(subject.vendor(), subject.account());
  }
}
