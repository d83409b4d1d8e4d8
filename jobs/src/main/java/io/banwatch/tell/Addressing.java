package io.banwatch.tell;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertJson;
import io.banwatch.policy.Receiver;
import io.banwatch.policy.Telling;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;

/**
 * Asks the policy whom a line is for. Every receiver gets every line, since only it knows what it
 * was told before; whether the line suits it is said beside.
 */
final class Addressing extends RichFlatMapFunction<byte[], Addressed> {
  private static final long serialVersionUID = 1L;

  private final WhoIsTold whoIsTold;
  private final String gaps;
  private final String notices;
  private transient Telling telling;
  private transient Counter unreadable;

  /**
   * @param gaps the name under which {@link LostAlerts} knows of lines that are missing; null where
   *     the lines are dead letters that are told again
   */
  Addressing(WhoIsTold whoIsTold, String gaps, String notices) {
    this.whoIsTold = whoIsTold;
    this.gaps = gaps;
    this.notices = notices;
  }

  @Override
  public void open(OpenContext context) {
    telling = whoIsTold.telling();
    unreadable = getRuntimeContext().getMetricGroup().counter("banwatch_untold_lines_total");
  }

  @Override
  public void flatMap(byte[] line, Collector<Addressed> out) {
    try {
      if (gaps == null) {
        out.collect(Redelivery.read(line));
      } else {
        Alert alert = AlertJson.read(line);
        if (LostAlerts.isNoticed(gaps)) {
          tellEverybody(LostAlerts.before(alert, whoIsTold.policy().hash()), out);
        }
        address(alert, Lines.text(line), out);
      }
    } catch (IOException e) {
      unreadable.inc();
      String log = gaps == null ? Redelivery.FILE : "the alert log";
      Notices.of(notices).accept("a line of " + log + " is not told: " + e.getMessage());
    }
  }

  private void tellEverybody(Alert alert, Collector<Addressed> out) {
    String line = Lines.of(alert);
    for (Receiver receiver : telling.receivers()) {
      out.collect(new Addressed(receiver.name(), true, false, line));
    }
  }

  private void address(Alert alert, String line, Collector<Addressed> out) {
    List<Receiver> suited = telling.receiversOf(alert);
    for (Receiver receiver : telling.receivers()) {
      out.collect(new Addressed(receiver.name(), suited.contains(receiver), false, line));
    }
  }
}
