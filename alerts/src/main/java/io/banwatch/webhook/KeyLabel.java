package io.banwatch.webhook;

import io.banwatch.alert.Subject;

/** A key's readable and unique name: {@code alias#first 8 of its hash}, as in InfluxDB. */
final class KeyLabel {
  private static final int HASH_LENGTH = 8;

  private KeyLabel() {}

  /** The label; empty for what is not about one key. */
  static String of(Subject subject) {
    String key = subject.key();
    if (key == null) {
      return "";
    }
    String alias = subject.keyAlias() == null ? "" : subject.keyAlias();
    int end = key.offsetByCodePoints(0, Math.min(HASH_LENGTH, key.codePointCount(0, key.length())));
    return alias + "#" + key.substring(0, end);
  }
}
