package io.banwatch.usage;

import java.util.Locale;

/** Why a value that was understood does not count. */
public enum Skip {
  /** Understood, and not a model call. */
  NOT_A_MODEL_CALL,
  /** The same request was already counted. */
  REPEAT;

  /** The word that stands in files: the constant's name in lower case with hyphens. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
