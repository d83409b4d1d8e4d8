package io.banwatch.flow;

import io.banwatch.alert.Alert;
import io.banwatch.alert.Severity;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Counts episodes by the worst severity each reached, and passes every line on. */
final class AlertTally {
  private final Consumer<Alert> next;
  private final Map<String, Severity> worst = new HashMap<>();
  private final Map<String, String> signals = new HashMap<>();

  AlertTally(Consumer<Alert> next) {
    this.next = next;
  }

  void add(Alert line) {
    worst.merge(line.id(), line.severity(), (one, other) -> one.compareTo(other) > 0 ? one : other);
    signals.put(line.id(), line.signal());
    next.accept(line);
  }

  Map<Severity, Long> bySeverity() {
    Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    worst.values().forEach(severity -> counts.merge(severity, 1L, Long::sum));
    return counts;
  }

  Map<String, Long> bySignal() {
    Map<String, Long> counts = new TreeMap<>();
    signals.values().forEach(signal -> counts.merge(signal, 1L, Long::sum));
    return counts;
  }
}
