package io.banwatch.detect;

import io.banwatch.alert.Alert;
import java.util.ArrayList;
import java.util.List;

/** A key's pace episode that waits to see whether its siblings rise too. */
public class HeldEpisode {
  /** The episode. */
  public String id = "";

  /** Event time at which it is told if its siblings do not rise, epoch milliseconds. */
  public long until;

  /** Its lines so far, in order. */
  public List<Alert> lines = new ArrayList<>();
}
