package io.banwatch.flow;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.Severity;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;

/**
 * Counts the lines that are told: those of alerts that fire by severity, and those that resolve.
 */
final class AlertCounts {
  private final Map<Severity, Count> firing = new EnumMap<>(Severity.class);
  private final Count resolved;

  AlertCounts(RuntimeContext context, String status) {
    for (Severity severity : Severity.values()) {
      firing.put(severity, new Count(context, Counts.ALERTS + severity.word(), status));
    }
    resolved = new Count(context, Counts.RESOLVED, status);
  }

  void told(Alert line) {
    (line.status() == AlertStatus.RESOLVED ? resolved : firing.get(line.severity())).add(1);
  }
}
