package io.banwatch.measure;

/**
 * A constant's place in an array of counts. State that holds such an array lives for minutes: a
 * constant that is added between others mixes up no more than those.
 */
final class EnumPlace {
  private EnumPlace() {}

  @SuppressWarnings("EnumOrdinal")
  static int of(Enum<?> constant) {
    return constant.ordinal();
  }
}
