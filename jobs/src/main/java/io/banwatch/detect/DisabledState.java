package io.banwatch.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * Where one account was answered that it is disabled. Plain public fields as in {@link KeyState}.
 */
public class DisabledState {
  /**
   * The places that were told so: one for an account that is known; for an unknown one each
   * deployment, since several organisations may hide behind it.
   */
  public List<DisabledPlace> places = new ArrayList<>();

  /** How many answers said so since all was well. */
  public long answers;

  /** Event time of the first of them, epoch milliseconds. */
  public long firstAt;
}
