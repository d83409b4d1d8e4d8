package io.banwatch.detect;

import io.banwatch.policy.PaceWindow;
import io.banwatch.policy.PaceWindows;

/**
 * The three sliding windows of pace, each cut into slices by which it slides. Coarse slices are
 * enough: 52 numbers a series.
 */
public enum PaceSpan {
  ONE_MINUTE(5_000, 12, "1 minute"),
  TEN_MINUTES(30_000, 20, "10 minutes"),
  SIXTY_MINUTES(180_000, 20, "60 minutes");

  private static final PaceSpan[] ALL = values();

  private final long sliceMillis;
  private final int slices;
  private final String words;

  PaceSpan(long sliceMillis, int slices, String words) {
    this.sliceMillis = sliceMillis;
    this.slices = slices;
    this.words = words;
  }

  /** How many spans there are. */
  static int count() {
    return ALL.length;
  }

  /** The span at this place, shortest first; spares the copy of {@code values()}. */
  static PaceSpan at(int index) {
    return ALL[index];
  }

  /** How long a slice is, in milliseconds. */
  public long sliceMillis() {
    return sliceMillis;
  }

  /** The number of the slice that holds a moment; constants spare the division on the hot path. */
  long sliceOf(long epochMillis) {
    return switch (this) {
      case ONE_MINUTE -> epochMillis / 5_000;
      case TEN_MINUTES -> epochMillis / 30_000;
      case SIXTY_MINUTES -> epochMillis / 180_000;
    };
  }

  /** How many slices make the window. */
  public int slices() {
    return slices;
  }

  /** How long the window is, in milliseconds. */
  public long millis() {
    return sliceMillis * slices;
  }

  /** The window's length for people, for example {@code 10 minutes}. */
  public String words() {
    return words;
  }

  /** The policy's settings for this window. */
  public PaceWindow of(PaceWindows windows) {
    return switch (this) {
      case ONE_MINUTE -> windows.oneMinute();
      case TEN_MINUTES -> windows.tenMinutes();
      case SIXTY_MINUTES -> windows.sixtyMinutes();
    };
  }
}
