package io.banwatch.detect;

import io.banwatch.usage.Reason;
import io.banwatch.usage.Rejection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What of the newest records was understood, in ten slices of as many records each. Plain public
 * fields as in {@link KeyState}.
 */
public class UnreadableState {
  private static final int SLICES = 10;

  /** Room for more reasons than there are. */
  private static final int REASONS = 32;

  /** Records by slice. */
  public int[] records = new int[SLICES];

  /** The reasons seen so far, as their words. */
  public List<String> reasons = new ArrayList<>();

  /** Of the records, those rejected, by slice and the reason's place in the list. */
  public int[] rejected = new int[SLICES * REASONS];

  /** The slice that is being filled. */
  public int slice;

  /** Records of all slices. */
  public int all;

  /** Rejected records of all slices. */
  public int allRejected;

  /** The file of the first rejected record after a time without; empty before it. */
  public String firstSource = "";

  /** Its place in that file, in bytes. */
  public long firstOffset;

  /** The newest event time when the newest rejected record came; 0 before any request. */
  public long rejectedAt;

  /** Counts one record that was understood. */
  void understood(int windowRecords) {
    turn(windowRecords);
    records[slice]++;
    all++;
  }

  void rejected(Rejection rejection, long newestAt, int windowRecords) {
    understood(windowRecords);
    if (allRejected == 0) {
      firstSource = rejection.position().source();
      firstOffset = rejection.position().offset();
    }
    rejected[slice * REASONS + placeOf(rejection.reason().word())]++;
    allRejected++;
    rejectedAt = newestAt;
  }

  double share() {
    return all == 0 ? 0 : (double) allRejected / all;
  }

  /** Rejected records of the window for this reason. */
  int by(Reason reason) {
    int place = reasons.indexOf(reason.word());
    int sum = 0;
    if (place < 0) {
      return sum;
    }
    for (int i = 0; i < SLICES; i++) {
      sum += rejected[i * REASONS + place];
    }
    return sum;
  }

  private int placeOf(String word) {
    int place = reasons.indexOf(word);
    if (place < 0) {
      reasons.add(word);
      place = reasons.size() - 1;
    }
    return place;
  }

  private void turn(int windowRecords) {
    if (records[slice] < Math.max(1, windowRecords / SLICES)) {
      return;
    }
    slice = (slice + 1) % SLICES;
    int from = slice * REASONS;
    all -= records[slice];
    allRejected -= Arrays.stream(rejected, from, from + REASONS).sum();
    records[slice] = 0;
    Arrays.fill(rejected, from, from + REASONS, 0);
  }
}
