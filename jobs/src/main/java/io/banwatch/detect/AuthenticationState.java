package io.banwatch.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * How one account's credentials are answered. Plain public fields as in {@link KeyState}.
 *
 * <p>Refusals are told one by one and at once, all other answers in sums that come later; the ring
 * holds both by their own times, so that a late sum still counts.
 */
public class AuthenticationState {
  /** Slices of the ring. */
  static final int SLICES = 20;

  /** How long a slice is, in milliseconds: together ten minutes. */
  static final long SLICE_MILLIS = 30_000;

  /** Vendor answers by slice. */
  public int[] answers = new int[SLICES];

  /** Of them, refused credentials. */
  public int[] refusals = new int[SLICES];

  /** The newest slice's number since the epoch. */
  public long newestSlice;

  /** The first refusals since the newest {@code ok}, in order of their times; bounded. */
  public List<Long> inARow = new ArrayList<>();

  /** How many refusals there were since the newest {@code ok}. */
  public long refusedInARow;

  /** Event time of the first refusal since the newest {@code ok}; 0 when there is none. */
  public long refusedSince;

  /** Event time of the newest {@code ok}; 0 before it. */
  public long newestOkAt;

  /** Event time of the newest refusal; 0 before it. */
  public long newestRefusalAt;

  /** The newest refusal that was part of a finding. */
  public long foundAt;

  /** Keys that were refused. */
  public RecentDistinct keys = new RecentDistinct();

  void refused(long at, int most) {
    add(refusals, at, 1);
    newestRefusalAt = Math.max(newestRefusalAt, at);
    if (at <= newestOkAt) {
      return;
    }
    refusedInARow++;
    refusedSince = refusedSince == 0 ? at : Math.min(refusedSince, at);
    int place = inARow.size();
    while (place > 0 && inARow.get(place - 1) > at) {
      place--;
    }
    inARow.add(place, at);
    if (inARow.size() > most) {
      inARow.remove(inARow.size() - 1);
    }
  }

  void answered(long at, int requests, int ok) {
    add(answers, at, requests);
    if (ok == 0) {
      return;
    }
    newestOkAt = Math.max(newestOkAt, at);
    if (inARow.removeIf(refusal -> refusal <= newestOkAt) || refusedSince <= newestOkAt) {
      refusedInARow = inARow.size();
      refusedSince = inARow.isEmpty() ? 0 : inARow.get(0);
    }
  }

  /** The sum of the slices that ended at or before {@code until}. */
  long sumUntil(int[] counts, long until) {
    long sum = 0;
    for (long slice = newestSlice - SLICES + 1; slice <= newestSlice; slice++) {
      if (slice >= 0 && (slice + 1) * SLICE_MILLIS <= until) {
        sum += counts[(int) (slice % SLICES)];
      }
    }
    return sum;
  }

  private void add(int[] counts, long at, int count) {
    long slice = Math.floorDiv(at, SLICE_MILLIS);
    if (slice > newestSlice) {
      long from = Math.max(newestSlice + 1, slice - SLICES + 1);
      for (long cleared = from; cleared <= slice; cleared++) {
        answers[(int) (cleared % SLICES)] = 0;
        refusals[(int) (cleared % SLICES)] = 0;
      }
      newestSlice = slice;
    }
    if (slice > newestSlice - SLICES && slice >= 0) {
      int place = (int) (slice % SLICES);
      counts[place] = (int) Math.min(Integer.MAX_VALUE, (long) counts[place] + count);
    }
  }
}
