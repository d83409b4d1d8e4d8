package io.banwatch.flow;

import io.banwatch.detect.FeedState;
import io.banwatch.gateway.AccountResolver;
import io.banwatch.gateway.KnownAccount;
import io.banwatch.measure.PipelineCounts;
import io.banwatch.usage.LogRecord;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** What {@link EventTimeOperator} remembers across a restart. */
final class EventTimeState {
  private final ListState<Long> newest;
  private final ListState<Long> told;
  private final ListState<Long> place;
  private final ListState<LogRecord> aside;
  private final ListState<KnownAccount> accounts;
  private final ListState<FeedState> feed;
  private final ListState<PipelineCounts> pipeline;
  private final ListState<Long> lag;
  private final ListState<Boolean> walked;

  private EventTimeState(OperatorStateStore store) throws Exception {
    newest = store.getListState(new ListStateDescriptor<>("maximum", Types.LONG));
    told = store.getListState(new ListStateDescriptor<>("watermark", Types.LONG));
    place = store.getListState(new ListStateDescriptor<>("place", Types.LONG));
    aside =
        store.getListState(new ListStateDescriptor<>("aside", TypeInformation.of(LogRecord.class)));
    accounts =
        store.getListState(
            new ListStateDescriptor<>("accounts", TypeInformation.of(KnownAccount.class)));
    feed =
        store.getListState(new ListStateDescriptor<>("feed", TypeInformation.of(FeedState.class)));
    pipeline =
        store.getListState(
            new ListStateDescriptor<>("pipeline", TypeInformation.of(PipelineCounts.class)));
    lag = store.getListState(new ListStateDescriptor<>("lag", Types.LONG));
    walked = store.getListState(new ListStateDescriptor<>("walked", Types.BOOLEAN));
  }

  static EventTimeState of(OperatorStateStore store) throws Exception {
    return new EventTimeState(store);
  }

  long newest() throws Exception {
    return largest(newest, EventClock.UNKNOWN);
  }

  long told() throws Exception {
    return largest(told, EventClock.UNKNOWN);
  }

  long lagMillis() throws Exception {
    return largest(lag, 0);
  }

  boolean walked() throws Exception {
    return all(walked).contains(true);
  }

  long place() throws Exception {
    return largest(place, 0);
  }

  List<LogRecord> aside() throws Exception {
    return all(aside);
  }

  List<KnownAccount> accounts() throws Exception {
    return all(accounts);
  }

  FeedState feed() throws Exception {
    List<FeedState> restored = all(feed);
    return restored.isEmpty() ? new FeedState() : restored.get(0);
  }

  List<PipelineCounts> pipeline() throws Exception {
    return all(pipeline);
  }

  void update(List<PipelineCounts> counted) throws Exception {
    pipeline.update(counted);
  }

  void update(
      EventClock clock, long nextPlace, AheadGate gate, FeedState seen, AccountResolver resolver)
      throws Exception {
    newest.update(List.of(gate.maximum()));
    told.update(List.of(clock.told()));
    lag.update(List.of(clock.lagMillis()));
    walked.update(List.of(clock.walked()));
    place.update(List.of(nextPlace));
    aside.update(gate.aside());
    accounts.update(resolver.memory());
    feed.update(List.of(seen));
  }

  private static long largest(ListState<Long> state, long least) throws Exception {
    long found = least;
    for (long restored : state.get()) {
      found = Math.max(found, restored);
    }
    return found;
  }

  private static <T> List<T> all(ListState<T> state) throws Exception {
    List<T> found = new ArrayList<>();
    state.get().forEach(found::add);
    return found;
  }
}
