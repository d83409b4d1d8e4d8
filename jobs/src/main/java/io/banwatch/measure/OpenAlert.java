package io.banwatch.measure;

/** An alert that is open. Plain public fields as in {@link KeySlices}. */
public class OpenAlert {
  /** Its id. */
  public String id = "";

  /** Its severity's rank: 1 info, 2 warning, 3 critical. */
  public int rank;
}
