package io.banwatch.alert;

/**
 * One named piece of evidence: a number or a text, never both.
 *
 * <p>Flat, because it lives in Flink state, where a sealed type would need a serializer of its own.
 *
 * @param name lower camel case, as it stands in the alert's {@code evidence} object
 * @param number the value when it is a number, else null
 * @param text the value when it is a text, else null; may come from the log, so every outlet
 *     escapes it
 */
public record Fact(String name, Double number, String text) {
  /** A number; integral values are written without a fraction. */
  public static Fact of(String name, double number) {
    return new Fact(name, number, null);
  }

  /** A text. */
  public static Fact of(String name, String text) {
    return new Fact(name, null, text);
  }

  /** An instant in epoch milliseconds, kept as the ISO 8601 text that files carry. */
  public static Fact at(String name, long epochMillis) {
    return new Fact(name, null, IsoTime.format(epochMillis));
  }
}
