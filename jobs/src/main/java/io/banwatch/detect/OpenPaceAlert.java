package io.banwatch.detect;

import io.banwatch.alert.Severity;

/** An open pace alert about a key of an account. */
public class OpenPaceAlert {
  /** The episode. */
  public String id = "";

  /** The signal. */
  public String signal = "";

  /** The key's hash. */
  public String key = "";

  /** What it was last told at. */
  public Severity severity = Severity.INFO;

  /** Whether a planned event calms it. */
  public boolean planned;
}
