package io.banwatch.detect;

import io.banwatch.alert.Episode;
import io.banwatch.alert.Episodes;
import java.util.ArrayList;
import java.util.List;

/** All that is remembered of the feed; plain public fields as in {@link KeyState}. */
public class FeedState {
  /** Event time of the first request, epoch milliseconds; 0 before it. */
  public long firstAt;

  /** The newest event time of any request, epoch milliseconds; 0 before the first. */
  public long newestAt;

  /** Whether the newest request was only to be learned from. */
  public boolean history;

  /** Requests so far. */
  public long requests;

  /** Open episodes about the feed. */
  public List<Episode> episodes = new ArrayList<>();

  /** Ids of the newest that ended, at most {@link Episodes#MOST_ENDED}. */
  public List<String> ended = new ArrayList<>();

  /** How long it was silent, and when. */
  public SilenceState silence = new SilenceState();

  /** What of it was understood. */
  public UnreadableState unreadable = new UnreadableState();

  /** What addresses its callers had. */
  public AddressUseState addresses = new AddressUseState();
}
