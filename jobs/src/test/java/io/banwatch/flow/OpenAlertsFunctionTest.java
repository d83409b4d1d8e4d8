package io.banwatch.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.Explanation;
import io.banwatch.alert.Severity;
import io.banwatch.alert.Subject;
import io.banwatch.metric.Field;
import io.banwatch.metric.Point;
import io.banwatch.metric.Tag;
import io.banwatch.metric.WrittenPoints;
import io.banwatch.usage.Requests;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class OpenAlertsFunctionTest {
  private static final long START = Requests.TUESDAY;
  private static final long MINUTE = 60_000;
  private static final long DAY = 86_400_000;
  private static final Subject KEY = new Subject("anthropic", "org-1", "key-1", "ci-bot", "search");

  @Test
  void eachChangeIsWrittenWithAllThatIsOpen() throws Exception {
    try (Harness harness = new Harness()) {
      harness.open();
      harness.tell(line("a", Severity.WARNING, START + 12_000));
      harness.tell(line("b", Severity.INFO, START + 23_000));
      harness.tell(line("a", Severity.CRITICAL, START + 24_000));
      harness.tell(resolved("a", START + 35_000));

      assertThat(harness.points())
          .extracting(Point::timeMillis)
          .containsExactly(START + 10_000, START + 20_000, START + 20_000, START + 30_000);
      assertThat(harness.points())
          .extracting(OpenAlertsFunctionTest::numbers)
          .containsExactly(
              List.of(0L, 1L, 0L, 2L),
              List.of(1L, 1L, 0L, 2L),
              List.of(1L, 0L, 1L, 3L),
              List.of(1L, 0L, 0L, 1L));
    }
  }

  @Test
  void eachFullMinuteIsWrittenUntilNothingWasOpenForAWeek() throws Exception {
    try (Harness harness = new Harness()) {
      harness.open();
      harness.tell(line("a", Severity.WARNING, START + 12_000));
      harness.processWatermark(START + 3 * MINUTE);
      assertThat(harness.points())
          .extracting(Point::timeMillis)
          .containsExactly(START + 10_000, START + MINUTE, START + 2 * MINUTE, START + 3 * MINUTE);

      harness.tell(resolved("a", START + 3 * MINUTE + 1));
      harness.processWatermark(START + 8 * DAY);
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void aChangeThatIsToldLateDoesNotGoBackBehindAMinuteThatIsWritten() throws Exception {
    try (Harness harness = new Harness()) {
      harness.open();
      harness.tell(line("a", Severity.WARNING, START));
      harness.processWatermark(START + MINUTE);
      harness.tell(resolved("a", START + 30_000));

      assertThat(harness.points())
          .extracting(Point::timeMillis)
          .containsExactly(START, START + MINUTE, START + MINUTE);
    }
  }

  @Test
  void aGapOfYearsIsNotWrittenMinuteByMinute() throws Exception {
    try (Harness harness = new Harness()) {
      harness.open();
      harness.tell(line("a", Severity.WARNING, START));
      harness.processWatermark(START + 3_650 * DAY);

      assertThat(harness.points()).hasSizeLessThan(8 * 1_440);
    }
  }

  @Test
  void theEndOfTheLogWritesNothing() throws Exception {
    try (Harness harness = new Harness()) {
      harness.open();
      harness.tell(line("a", Severity.WARNING, START));
      harness.processWatermark(Long.MAX_VALUE);

      assertThat(harness.points()).hasSize(1);
    }
  }

  @Test
  void theFeedHasAnAccountOfItsOwn() throws Exception {
    try (Harness harness = new Harness()) {
      harness.open();
      harness.tell(alert("a", AlertStatus.FIRING, Severity.INFO, START, Subject.ofFeed()));

      assertThat(harness.points().get(0).tags())
          .containsExactly(new Tag("vendor", "feed"), new Tag("account", "feed"));
    }
  }

  private static List<Long> numbers(Point point) {
    return point.fields().stream().map(Field::integer).toList();
  }

  private static Alert line(String id, Severity severity, long at) {
    return alert(id, AlertStatus.FIRING, severity, at, KEY);
  }

  private static Alert resolved(String id, long at) {
    return alert(id, AlertStatus.RESOLVED, Severity.CRITICAL, at, KEY);
  }

  private static Alert alert(
      String id, AlertStatus status, Severity severity, long at, Subject subject) {
    return new Alert(
        id,
        1,
        status,
        severity,
        "request-surge",
        subject,
        "policy",
        START,
        at,
        status == AlertStatus.RESOLVED ? at : null,
        new Explanation("summary", "reason", List.of(), List.of("step")));
  }

  private static final class Harness
      extends KeyedOneInputStreamOperatorTestHarness<String, Alert, byte[]> {
    Harness() throws Exception {
      super(
          new KeyedProcessOperator<>(new OpenAlertsFunction()),
          OpenAlertsFunction::keyOf,
          Types.STRING);
    }

    List<Point> points() {
      return extractOutputValues().stream()
          .flatMap(lines -> WrittenPoints.of(lines).stream())
          .toList();
    }

    void tell(Alert line) throws Exception {
      processElement(line, line.changedAt());
    }
  }
}
