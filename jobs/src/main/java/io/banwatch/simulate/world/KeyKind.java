package io.banwatch.simulate.world;

/** Whose key it is, which decides when it is busy and from where. */
public enum KeyKind {
  /** Someone's editor or command line, in the office hours of their time zone. */
  PERSON,
  /** A program that answers people all day, from a data centre or an office. */
  SERVICE,
  /** A program that works through a list every night. */
  BATCH
}
