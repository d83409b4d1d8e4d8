package io.banwatch.vendor;

import java.util.Locale;

/** What an answer means, in the closed list that files carry. */
public enum AnswerClass {
  OK,
  REFUSAL,
  RATE_LIMITED,
  ACCELERATION,
  QUOTA,
  BILLING,
  OVERLOADED,
  AUTH,
  PERMISSION,
  REGION,
  CREDENTIAL_MISUSE,
  SUSPICION,
  DISABLED,
  INVALID_REQUEST,
  TIMEOUT,
  SERVER_ERROR,
  UNKNOWN;

  /** The word that stands in files: the constant's name in lower case with hyphens. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the vendor has ended the relation: retrying can only make it worse. */
  public boolean terminal() {
    return this == DISABLED || this == CREDENTIAL_MISUSE;
  }
}
