package io.banwatch.tell;

import java.util.List;

/** The state of one receiver, wherever it is kept. */
interface Store {
  /** How the receiver does; never null. */
  ReceiverState receiver();

  /** Keeps how the receiver does. */
  void put(ReceiverState state);

  /** What is known of an episode, or null. */
  WaitingEpisode episode(String id);

  /** Keeps what is known of an episode. */
  void put(String id, WaitingEpisode episode);

  /** Forgets an episode. */
  void remove(String id);

  /** The ids of all episodes. */
  List<String> episodes();

  /** Until when later alerts of a group wait for more, epoch milliseconds; 0 when they do not. */
  long digestUntil(String group);

  /** Lets later alerts of a group wait for more. */
  void digest(String group, long until);

  /** Forgets groups that wait no more. */
  void forgetDigestsBefore(long now);
}
