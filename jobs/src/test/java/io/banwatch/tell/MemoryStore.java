package io.banwatch.tell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** State in memory. */
final class MemoryStore implements Store {
  private final Map<String, WaitingEpisode> episodes = new TreeMap<>();
  private final Map<String, Long> digests = new HashMap<>();
  private ReceiverState receiver = new ReceiverState();

  @Override
  public ReceiverState receiver() {
    return receiver;
  }

  @Override
  public void put(ReceiverState state) {
    receiver = state;
  }

  @Override
  public WaitingEpisode episode(String id) {
    return episodes.get(id);
  }

  @Override
  public void put(String id, WaitingEpisode episode) {
    episodes.put(id, episode);
  }

  @Override
  public void remove(String id) {
    episodes.remove(id);
  }

  @Override
  public List<String> episodes() {
    return List.copyOf(episodes.keySet());
  }

  @Override
  public long digestUntil(String group) {
    return digests.getOrDefault(group, 0L);
  }

  @Override
  public void digest(String group, long until) {
    digests.put(group, until);
  }

  @Override
  public void forgetDigestsBefore(long now) {
    digests.values().removeIf(until -> until <= now);
  }

  boolean isEmpty() {
    return episodes.isEmpty() && digests.isEmpty();
  }
}
