package io.banwatch.metric;

/**
 * A value of a point. Flat, since it crosses the network.
 *
 * @param name one of {@link FieldNames}
 * @param type which of the three values holds
 * @param integer of {@link FieldType#INTEGER}, else 0
 * @param number of {@link FieldType#FLOAT}, finite, else 0
 * @param text of {@link FieldType#TEXT}, else null
 */
public record Field(String name, FieldType type, long integer, double number, String text) {
  /** A whole number. */
  public static Field of(String name, long integer) {
    return new Field(name, FieldType.INTEGER, integer, 0, null);
  }

  /**
   * A number with a fraction.
   *
   * @throws IllegalArgumentException when it is not finite: no store takes it
   */
  public static Field of(String name, double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(name + ": " + number + " is no value of a field");
    }
    // One zero only, so that equal values are equal points.
    return new Field(name, FieldType.FLOAT, 0, number + 0.0, null);
  }

  /** A text. */
  public static Field of(String name, String text) {
    return new Field(name, FieldType.TEXT, 0, 0, text);
  }
}
