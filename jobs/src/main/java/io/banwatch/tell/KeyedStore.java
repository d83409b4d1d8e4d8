package io.banwatch.tell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.FlinkRuntimeException;

/** The state of the receiver that is the current key, in Flink's keyed state. */
final class KeyedStore implements Store {
  static final String RECEIVER = "receiver";
  static final String EPISODES = "episodes";
  private static final String DIGESTS = "digests";

  private final ValueState<ReceiverState> receiver;
  private final MapState<String, WaitingEpisode> episodes;
  private final MapState<String, Long> digests;

  KeyedStore(KeyedStateStore states) {
    receiver =
        states.getState(
            new ValueStateDescriptor<>(RECEIVER, TypeInformation.of(ReceiverState.class)));
    episodes =
        states.getMapState(
            new MapStateDescriptor<>(
                EPISODES, Types.STRING, TypeInformation.of(WaitingEpisode.class)));
    digests = states.getMapState(new MapStateDescriptor<>(DIGESTS, Types.STRING, Types.LONG));
  }

  @Override
  public ReceiverState receiver() {
    ReceiverState state = read(receiver::value);
    return state == null ? new ReceiverState() : state;
  }

  @Override
  public void put(ReceiverState state) {
    write(() -> receiver.update(state));
  }

  @Override
  public WaitingEpisode episode(String id) {
    return read(() -> episodes.get(id));
  }

  @Override
  public void put(String id, WaitingEpisode episode) {
    write(() -> episodes.put(id, episode));
  }

  @Override
  public void remove(String id) {
    write(() -> episodes.remove(id));
  }

  @Override
  public List<String> episodes() {
    List<String> ids = new ArrayList<>();
    read(episodes::keys).forEach(ids::add);
    return ids;
  }

  @Override
  public long digestUntil(String group) {
    Long until = read(() -> digests.get(group));
    return until == null ? 0 : until;
  }

  @Override
  public void digest(String group, long until) {
    write(() -> digests.put(group, until));
  }

  @Override
  public void forgetDigestsBefore(long now) {
    List<String> over = new ArrayList<>();
    for (Map.Entry<String, Long> each : read(digests::entries)) {
      if (each.getValue() <= now) {
        over.add(each.getKey());
      }
    }
    over.forEach(group -> write(() -> digests.remove(group)));
  }

  /** Forgets everything. */
  void clear() {
    receiver.clear();
    episodes.clear();
    digests.clear();
  }

  private interface Reading<T> {
    T read() throws Exception;
  }

  private interface Writing {
    void write() throws Exception;
  }

  private static <T> T read(Reading<T> reading) {
    try {
      return reading.read();
    } catch (Exception e) {
      throw new FlinkRuntimeException("cannot read the state of deliveries", e);
    }
  }

  private static void write(Writing writing) {
    try {
      writing.write();
    } catch (Exception e) {
      throw new FlinkRuntimeException("cannot keep the state of deliveries", e);
    }
  }
}
