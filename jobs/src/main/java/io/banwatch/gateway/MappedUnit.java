package io.banwatch.gateway;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a time or a duration is counted in. */
enum MappedUnit {
  /** RFC 3339 and the like; times only. */
  ISO(0),
  SECONDS(1000),
  MILLIS(1),
  MICROS(1e-3),
  NANOS(1e-6);

  /** A request that takes longer, 30 days, is a broken field. */
  private static final double LONGEST_MILLIS = 30 * 86_400_000.0;

  private final double millis;

  MappedUnit(double millis) {
    this.millis = millis;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The time in epoch milliseconds, or {@link EpochMillis#NONE}. */
  long time(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return switch (this) {
      case ISO -> EpochMillis.ofText(bytes, 0, bytes.length);
      case SECONDS -> EpochMillis.ofSeconds(bytes, 0, bytes.length);
      case MILLIS, MICROS, NANOS -> EpochMillis.ofNumber(bytes, 0, bytes.length, millis);
    };
  }

  /** The duration in milliseconds, or -1 when it is none. */
  long duration(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    double value = Numbers.amount(bytes, 0, bytes.length) * millis;
    return value >= 0 && value <= LONGEST_MILLIS ? Math.round(value) : -1;
  }
}
