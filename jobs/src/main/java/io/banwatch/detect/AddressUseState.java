package io.banwatch.detect;

/** What addresses the feed's callers had. Plain public fields as in {@link KeyState}. */
public class AddressUseState {
  /** Event time of the first request that counts, epoch milliseconds; 0 before it. */
  public long since;

  /** Nothing new is told before, epoch milliseconds. */
  public long settledUntil;

  /** Whether it was told that addresses are useless, and no useful one came since. */
  public boolean told;

  /** Requests since then. */
  public int requests;

  /** Of them, those without an address. */
  public int without;

  /** The one public address so far; empty for none. */
  public String only = "";

  /** Keys that were used. */
  public RecentDistinct keys = new RecentDistinct();

  void begin(long at) {
    since = at;
    requests = 0;
    without = 0;
    only = "";
    keys = new RecentDistinct();
  }
}
