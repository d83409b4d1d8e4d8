package io.banwatch.log;

/** Lets other rooms' tests say how far a log that is followed was read. */
public final class FollowedProgress {
  private FollowedProgress() {}

  /** The reader starts. */
  public static void start(String token) {
    ReadProgress.of(token).startFollowing();
  }

  /** All that was there is read. */
  public static void catchUp(String token) {
    ReadProgress.of(token).nothingAtHand();
  }

  /** Nobody asks any more. */
  public static void forget(String token) {
    ReadProgress.forget(token);
  }
}
