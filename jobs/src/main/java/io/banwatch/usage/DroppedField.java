package io.banwatch.usage;

import java.util.Locale;

/** A field that was absurd and left out, while its record was kept. */
public enum DroppedField {
  TOKENS(1 << 0),
  COST(1 << 1),
  ADDRESS(1 << 2),
  END_TIME(1 << 3),
  TEXT_CUT(1 << 4),
  RATE_LIMITS(1 << 5);

  private final int bit;

  DroppedField(int bit) {
    this.bit = bit;
  }

  /** This field's bit in {@link LogRecord#droppedFields()}. */
  public int bit() {
    return bit;
  }

  /** The word that stands in files: the constant's name in lower case with hyphens. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
