package io.banwatch.detect;

/** A country in which a key was used. */
public class KnownCountry extends Sighting {
  /** ISO 3166 alpha-2 code. */
  public String code = "";
}
