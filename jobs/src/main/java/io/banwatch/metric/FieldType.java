package io.banwatch.metric;

/** What a field holds. A field keeps its type for ever: a store refuses another. */
public enum FieldType {
  /** A whole number. */
  INTEGER,
  /** A number with a fraction. */
  FLOAT,
  /** A text. */
  TEXT
}
