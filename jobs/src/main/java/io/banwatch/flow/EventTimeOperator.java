package io.banwatch.flow;

import io.banwatch.alert.Alert;
import io.banwatch.detect.FeedDetection;
import io.banwatch.detect.FeedState;
import io.banwatch.gateway.AccountResolver;
import io.banwatch.log.ReadProgress;
import io.banwatch.metric.Point;
import io.banwatch.metric.PointJson;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Reason;
import io.banwatch.usage.Rejection;
import io.banwatch.usage.UsageEvent;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Right after the source, one subtask, in the log's order: parts what was not understood from what
 * was, sets aside what a wrong clock stamped, names each request's account, watches the feed, and
 * moves event time.
 *
 * <p>Event time moves with the records, so that a watermark stands at the same place between them
 * in every run, and with it everything that timers decide. While nothing comes, a job that follows
 * its log lets it walk on by the wall clock, up to where the feed itself is found silent: that only
 * brings forward what the next record would decide. An operator rather than a function, because it
 * must still pass records when the log has ended.
 *
 * <p>A record leaves with its place in the log for a timestamp: its times stand in the event.
 */
final class EventTimeOperator extends AbstractStreamOperator<UsageEvent>
    implements OneInputStreamOperator<LogRecord, UsageEvent> {
  private static final long serialVersionUID = 1L;

  /** Values that did not become events. */
  static final OutputTag<Rejection> REJECTED =
      new OutputTag<>("rejected", TypeInformation.of(Rejection.class));

  /** Alert lines about the feed. */
  static final OutputTag<SlottedAlert> ALERTS =
      new OutputTag<>("feed alerts", TypeInformation.of(SlottedAlert.class));

  /** So long nothing must have come before event time walks. */
  private static final long PAUSE_MILLIS = 5_000;

  private final DetectSettings settings;
  private final boolean follows;
  private transient FeedDetection detection;
  private transient FeedState feed;
  private transient EventClock clock;
  private transient Silence silence;
  private transient ScheduledFuture<?> ticks;
  private transient AheadGate gate;
  private transient AccountResolver accounts;
  private transient LogCounts counts;

  /** Null when there is no metric log. */
  private transient PipelineSlices measured;

  /** Null when there is none, or nothing tells how far the log was read. */
  private transient PipelineLag lag;

  private transient EventTimeState state;
  private transient long place;
  private transient boolean resumed;

  /**
   * @param settings what holds
   * @param follows whether the log goes on for ever, so that event time walks while nothing comes
   */
  EventTimeOperator(DetectSettings settings, boolean follows) {
    this.settings = settings;
    this.follows = follows;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    state = EventTimeState.of(context.getOperatorStateStore());
    clock = new EventClock(settings.policy().disorderMillis(), state.newest(), state.told());
    place = state.place();
    gate = new AheadGate(state.newest(), state.aside());
    feed = state.feed();
    accounts = new AccountResolver(settings.policy().accounts());
    accounts.restore(state.accounts());
    measured = settings.metricLog() ? new PipelineSlices(state.pipeline()) : null;
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    state.update(clock, place, gate, feed, accounts);
    state.update(measured == null ? List.of() : measured.memory());
  }

  @Override
  public void open() throws Exception {
    super.open();
    counts = new LogCounts(getRuntimeContext(), settings.status());
    detection = settings.openFeedDetection();
    if (follows) {
      long now = getProcessingTimeService().getCurrentProcessingTime();
      silence = new Silence(now);
      if (measured != null && settings.progress() != null) {
        lag = new PipelineLag(ReadProgress.of(settings.progress()), now);
      }
      ticks =
          getProcessingTimeService()
              .scheduleWithFixedDelay(due -> tick(), Silence.TICK_MILLIS, Silence.TICK_MILLIS);
    }
  }

  @Override
  public void close() throws Exception {
    if (ticks != null) {
      ticks.cancel(false);
    }
    super.close();
  }

  @Override
  public void processElement(StreamRecord<LogRecord> element) {
    resume();
    LogRecord record = element.getValue();
    if (record.event() != null) {
      gate.offer(record, this::pass, this::giveUp);
    } else if (record.rejection() != null) {
      reject(record.rejection(), record.learning());
    } else {
      counts.skipped(record.skip());
      if (measured != null && !record.learning()) {
        measured.skipped(clock);
      }
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (mark.getTimestamp() == Long.MAX_VALUE) {
      resume();
      gate.end(this::pass, this::giveUp);
      handOnUpTo(Long.MAX_VALUE);
      super.processWatermark(mark);
    }
  }

  private void pass(LogRecord record) {
    UsageEvent resolved = accounts.resolve(record.event(), record.host());
    UsageEvent event = record.learning() ? resolved.asHistory() : resolved;
    counts.accepted(event, record);
    long at = event.endMillis();
    silenceUntil(at);
    detection.observe(event, feed, this::tellAtOnce);
    long due = clock.record(at);
    if (due > clock.told()) {
      advanceTo(due);
    }
    if (measured != null && !event.history()) {
      measured.accepted(at, clock);
    }
    if (silence != null) {
      silence.broken();
    }
    output.collect(new StreamRecord<>(event, place++));
  }

  /** Tells of a silence that ends at this moment, or has lasted until it, in event time. */
  private void silenceUntil(long at) {
    if (!detection.isLongSilence(at, feed)) {
      return;
    }
    long silentAt = detection.silentAt(feed);
    if (at <= silentAt) {
      return;
    }
    if (silentAt > clock.told()) {
      advanceTo(silentAt);
    }
    detection.stillSilent(at, feed, this::tellAtOnce);
  }

  /** One look at the wall clock while the log is followed. */
  private void tick() {
    long now = getProcessingTimeService().getCurrentProcessingTime();
    resume();
    Point behind = lag == null ? null : lag.tick(now, clock.newest());
    if (behind != null) {
      output.collect(MetricGraph.POINTS, new StreamRecord<>(PointJson.write(behind)));
    }
    if (silence.isBroken()) {
      counts.cameAt(now);
    }
    long nothingFor = silence.tick(now);
    if (nothingFor < PAUSE_MILLIS || clock.newest() == EventClock.UNKNOWN) {
      return;
    }
    long at = clock.after(nothingFor);
    long step = Math.min(EventClock.step(at), detection.silentAt(feed));
    if (step > clock.told()) {
      advanceTo(step);
      clock.walkedTo(step);
    }
    silenceUntil(at);
  }

  /** Moves event time, after telling what it decides about the feed. */
  private void advanceTo(long watermark) {
    detection.advance(watermark, feed, this::tellByTime);
    emit(watermark);
  }

  private void emit(long watermark) {
    handOnUpTo(watermark);
    clock.told(watermark);
    output.emitWatermark(new Watermark(watermark));
  }

  /** Hands on what was counted of slices before event time passes them. */
  private void handOnUpTo(long watermark) {
    if (measured != null) {
      measured.passed(
          watermark, passed -> output.collect(MetricGraph.COUNTS, new StreamRecord<>(passed)));
    }
  }

  private void tellByTime(Alert line) {
    long slot = Math.max(clock.told() + 1, line.changedAt());
    output.collect(ALERTS, new StreamRecord<>(SlottedAlert.byTime(slot, line)));
  }

  /** A line that need not wait: event time moves by the least there is, which lets it go. */
  private void tellAtOnce(Alert line) {
    long slot = clock.told() + 1;
    output.collect(ALERTS, new StreamRecord<>(SlottedAlert.byTime(slot, line)));
    emit(slot);
  }

  /** After a restore the operators behind this one must hear first where event time stands. */
  private void resume() {
    if (!resumed) {
      resumed = true;
      if (clock.told() != EventClock.UNKNOWN) {
        output.emitWatermark(new Watermark(clock.told()));
      }
    }
  }

  private void giveUp(LogRecord record) {
    reject(
        new Rejection(
            record.position(),
            Reason.TIME_AHEAD,
            "endTime",
            "hours ahead of the records around it, and none confirmed it; check the clock of the"
                + " gateway that wrote it"),
        record.learning());
  }

  private void reject(Rejection rejection, boolean learning) {
    counts.rejected(rejection.reason());
    if (measured != null && !learning) {
      measured.rejected(rejection.reason(), clock);
    }
    detection.rejected(rejection, feed, this::tellAtOnce);
    output.collect(REJECTED, new StreamRecord<>(rejection));
  }
}
