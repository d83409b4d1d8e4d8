package io.banwatch.detect;

import io.banwatch.alert.Episode;
import io.banwatch.alert.Episodes;
import io.banwatch.measure.KeySlices;
import java.util.ArrayList;
import java.util.List;

/**
 * All that is remembered of one key at one vendor. Plain public fields, because Flink keeps it as a
 * POJO; null-free but for what says so, because old state reads null for what is new.
 */
public class KeyState {
  /** Event time of the key's first request, epoch milliseconds; 0 before it. */
  public long firstAt;

  /** Event time of the key's newest request, epoch milliseconds. */
  public long newestAt;

  /** The account that paid for its newest request whose account is known; empty before it. */
  public String account = "";

  /** When the operator looks at this key again, epoch milliseconds; 0 for not set. */
  public long timerAt;

  /** Its newest requests, to recognise repeats. */
  public RecentRequests recent = new RecentRequests();

  /** The slice of time of the last request that was passed on to the account. */
  public long sumSlice;

  /** Requests of the same slice that wait to be passed on, or null. */
  public AccountActivity sum;

  /** Open episodes about this key. */
  public List<Episode> episodes = new ArrayList<>();

  /** Ids of the newest that ended, at most {@link Episodes#MOST_ENDED}. */
  public List<String> ended = new ArrayList<>();

  /** What the key sends. */
  public PaceState pace = new PaceState();

  /** Where it was used. */
  public PlacesState places = new PlacesState();

  /** Whose subscription tokens it carried. */
  public SubscriptionState subscriptions = new SubscriptionState();

  /** What the metric log needs of it; null while there is none. */
  public KeySlices slices;
}
