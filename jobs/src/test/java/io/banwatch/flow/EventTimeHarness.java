package io.banwatch.flow;

import io.banwatch.alert.Alert;
import io.banwatch.policy.PolicyReader;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Position;
import io.banwatch.usage.Reason;
import io.banwatch.usage.Rejection;
import io.banwatch.usage.Requests;
import io.banwatch.usage.UsageEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/** The event-time operator, fed with requests that end at given times, one byte apart. */
final class EventTimeHarness extends OneInputStreamOperatorTestHarness<LogRecord, UsageEvent> {
  private long offset;

  /**
   * @param follows whether the log goes on for ever
   */
  EventTimeHarness(boolean follows) throws Exception {
    this(follows, "schemaVersion: 1");
  }

  /**
   * @param policy what differs from the built-in one
   */
  EventTimeHarness(boolean follows, String policy) throws Exception {
    this(follows, new DetectSettings(PolicyReader.fromText(policy), null));
  }

  EventTimeHarness(boolean follows, DetectSettings settings) throws Exception {
    super(
        new EventTimeOperator(settings, follows),
        TypeInformation.of(LogRecord.class).createSerializer(new SerializerConfigImpl()));
  }

  void read(long... times) throws Exception {
    for (long time : times) {
      read(Requests.at(time).event());
    }
  }

  void read(UsageEvent event) throws Exception {
    Position position = new Position("log", offset++, 1, -1);
    processElement(new StreamRecord<>(LogRecord.of(position, event, 0)));
  }

  void reject(int count) throws Exception {
    for (int i = 0; i < count; i++) {
      Position position = new Position("log", offset++, 1, -1);
      Rejection rejection = new Rejection(position, Reason.NOT_JSON, null, "a comma");
      processElement(new StreamRecord<>(LogRecord.rejected(rejection)));
    }
  }

  /** Lets the wall clock go on, a second at a time. */
  void waitFor(long seconds) throws Exception {
    for (long i = 0; i < seconds; i++) {
      setProcessingTime(getProcessingTime() + 1_000);
    }
  }

  List<UsageEvent> events() {
    return extractOutputValues();
  }

  List<Long> times() {
    return events().stream().map(UsageEvent::endMillis).toList();
  }

  /** Event times of the requests that left after this watermark. */
  List<Long> timesAfter(long watermark) {
    List<Long> times = new ArrayList<>();
    boolean after = false;
    for (Object element : getOutput()) {
      if (element instanceof Watermark mark) {
        after |= mark.getTimestamp() >= watermark;
      } else if (after && element instanceof StreamRecord<?> record) {
        times.add(((UsageEvent) record.getValue()).endMillis());
      }
    }
    return times;
  }

  List<Long> places() {
    List<Long> places = new ArrayList<>();
    for (Object element : getOutput()) {
      if (element instanceof StreamRecord<?> record) {
        places.add(record.getTimestamp());
      }
    }
    return places;
  }

  List<Long> watermarks() {
    List<Long> times = new ArrayList<>();
    for (Object element : getOutput()) {
      if (element instanceof Watermark watermark) {
        times.add(watermark.getTimestamp());
      }
    }
    return times;
  }

  long watermark() {
    List<Long> all = watermarks();
    return all.get(all.size() - 1);
  }

  List<Rejection> rejections() {
    Queue<StreamRecord<Rejection>> rejected = getSideOutput(EventTimeOperator.REJECTED);
    return rejected == null ? List.of() : rejected.stream().map(StreamRecord::getValue).toList();
  }

  List<SlottedAlert> slotted() {
    Queue<StreamRecord<SlottedAlert>> alerts = getSideOutput(EventTimeOperator.ALERTS);
    return alerts == null ? List.of() : alerts.stream().map(StreamRecord::getValue).toList();
  }

  List<Alert> alerts() {
    return slotted().stream().map(SlottedAlert::alert).toList();
  }
}
