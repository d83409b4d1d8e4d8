package io.banwatch.log;

import io.banwatch.usage.LogRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;

/**
 * Remembers the records it saw, in checkpointed state, and fails once: at the first record after a
 * checkpoint that holds some.
 */
final class FailingOnce extends RichMapFunction<LogRecord, String>
    implements CheckpointedFunction, CheckpointListener {
  private static final long serialVersionUID = 1;
  private static final long PATIENCE_SECONDS = 60;

  private static volatile CountDownLatch checkpointed = new CountDownLatch(1);
  private static volatile List<String> lastSeen = List.of();
  private static final AtomicInteger FAILURES = new AtomicInteger();
  private static volatile int restoredWith;

  private final Map<Long, Integer> sizes = new ConcurrentHashMap<>();
  private transient List<String> seen;
  private transient ListState<String> state;
  private transient boolean mayFail;

  static void reset() {
    checkpointed = new CountDownLatch(1);
    lastSeen = List.of();
    FAILURES.set(0);
    restoredWith = 0;
  }

  static void awaitCheckpoint() {
    try {
      if (!checkpointed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("no checkpoint was completed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static List<String> seen() {
    return lastSeen;
  }

  static int failures() {
    return FAILURES.get();
  }

  static int restoredWith() {
    return restoredWith;
  }

  @Override
  public String map(LogRecord value) {
    if (mayFail && checkpointed.getCount() == 0) {
      mayFail = false;
      FAILURES.incrementAndGet();
      throw new IllegalStateException("fails once");
    }
    String name = LineDecoder.name(value);
    seen.add(name);
    return name;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    state =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>("seen", Types.STRING));
    seen = new ArrayList<>();
    state.get().forEach(seen::add);
    mayFail = !context.isRestored();
    restoredWith = seen.size();
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    state.update(seen);
    sizes.put(context.getCheckpointId(), seen.size());
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) {
    if (sizes.getOrDefault(checkpointId, 0) > 0) {
      checkpointed.countDown();
    }
  }

  @Override
  public void close() {
    lastSeen = List.copyOf(seen);
  }
}
