package io.banwatch.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.flow.FollowSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A service in this JVM, over one log, that saves its state every second. */
final class SmallService implements AutoCloseable {
  static final String POLICY_HASH = "policy";

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

  private final ServiceDirectory owned;
  private final DetectService service;

  private SmallService(ServiceDirectory owned, DetectService service) {
    this.owned = owned;
    this.service = service;
  }

  /** Starts it without a history. */
  static SmallService start(Path log, Path out, List<String> messages) throws Exception {
    return start(log, List.of(), out, messages);
  }

  /** The same, with all that it can keep: a metric log. */
  static SmallService startMeasuring(Path log, Path out, List<String> messages) throws Exception {
    return start(log, List.of(), out, true, messages);
  }

  /**
   * Starts it.
   *
   * @param history to learn from first
   * @param messages takes in what it says
   */
  static SmallService start(Path log, List<String> history, Path out, List<String> messages)
      throws Exception {
    return start(log, history, out, false, messages);
  }

  private static SmallService start(
      Path log, List<String> history, Path out, boolean metricLog, List<String> messages)
      throws Exception {
    FollowSettings follow =
        new FollowSettings(
            List.of(log.toString()), history, out, "schemaVersion: 1", null, null, 1, metricLog);
    ServiceSettings settings =
        new ServiceSettings(follow, POLICY_HASH, Duration.ofSeconds(1), null, null);
    ServiceDirectory owned = ServiceDirectory.own(out);
    try {
      return new SmallService(
          owned, DetectService.start(settings, owned, alert -> {}, messages::add));
    } catch (ServiceException | RuntimeException e) {
      owned.close();
      throw e;
    }
  }

  DetectService service() {
    return service;
  }

  void awaitRunning() {
    await(() -> service.status().running());
  }

  /** Waits until so many records were judged. */
  void awaitAccepted(long records) {
    await(() -> service.counts().accepted() >= records);
  }

  /** Waits until a checkpoint was begun and completed after now. */
  void awaitCheckpoint() {
    long before = service.status().checkpoints();
    await(() -> service.status().checkpoints() > before + 1);
  }

  static void await(BooleanSupplier condition) {
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(until);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  @Override
  public void close() throws IOException {
    service.close();
    owned.close();
  }
}
