package io.banwatch.tell;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertJson;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What each receiver saw of each alert, set against the alert log. */
final class ToldReport {
  /** The receivers, by what {@link ScriptedServer} does at their paths. */
  static final Map<String, String> RECEIVERS = new LinkedHashMap<>();

  static {
    RECEIVERS.put("well", "/200");
    RECEIVERS.put("stumbling", "/stumbling");
    RECEIVERS.put("late", "/late");
    RECEIVERS.put("away", "/ok");
  }

  private final Map<String, Integer> newest = new LinkedHashMap<>();
  private final Map<String, Map<String, Integer>> seen = new HashMap<>();
  private final Map<String, Map<String, Integer>> taken = new HashMap<>();
  private final List<String> strange = new ArrayList<>();
  private final List<String> lost = new ArrayList<>();
  private int changes;

  private ToldReport() {}

  static ToldReport of(List<String> lines, ScriptedServer server) throws IOException {
    ToldReport report = new ToldReport();
    for (String line : lines) {
      Alert alert = AlertJson.read(line.getBytes(UTF_8));
      report.newest.merge(alert.id(), alert.sequence(), Math::max);
      report.changes++;
    }
    RECEIVERS.forEach(
        (name, path) -> {
          report.seen.put(name, counts(path, server.requests()));
          report.taken.put(name, counts(path, server.taken()));
          report.check(name);
        });
    return report;
  }

  private static Map<String, Integer> counts(String path, List<ScriptedServer.Request> requests) {
    Map<String, Integer> counts = new TreeMap<>();
    for (ScriptedServer.Request request : requests) {
      if (request.path().equals(path)) {
        counts.merge(request.id(), 1, Integer::sum);
      }
    }
    return counts;
  }

  private void check(String receiver) {
    newest.forEach(
        (id, sequence) -> {
          if (!taken.get(receiver).containsKey(id + "-" + sequence)) {
            lost.add(receiver + " " + id + "-" + sequence);
          }
        });
    for (String id : seen.get(receiver).keySet()) {
      String alert = id.substring(0, id.indexOf('-'));
      int sequence = Integer.parseInt(id.substring(id.indexOf('-') + 1));
      if (sequence > newest.getOrDefault(alert, 0)) {
        strange.add(receiver + " " + id);
      }
    }
  }

  /** A line for each alert: how often each receiver saw each of its changes, and took it. */
  void print(PrintStream out) {
    out.println("alert (changes in the log): receiver sequence seen/taken ...");
    newest.forEach(
        (id, sequence) -> {
          StringBuilder line = new StringBuilder(id + " (" + sequence + "):");
          for (String receiver : RECEIVERS.keySet()) {
            line.append("  ").append(receiver);
            for (int i = 1; i <= sequence; i++) {
              String change = id + "-" + i;
              int times = seen.get(receiver).getOrDefault(change, 0);
              if (times > 0) {
                int good = taken.get(receiver).getOrDefault(change, 0);
                line.append(String.format(Locale.ROOT, " %d %d/%d", i, times, good));
              }
            }
          }
          out.println(line);
        });
    RECEIVERS.forEach((name, path) -> out.println(name + ": " + sum(name)));
  }

  private String sum(String receiver) {
    int repeats = taken.get(receiver).values().stream().mapToInt(times -> times - 1).sum();
    int most = taken.get(receiver).values().stream().mapToInt(times -> times).max().orElse(0);
    return String.format(
        Locale.ROOT,
        "%d of %d changes taken, %d times again under the same id, one %d times at most",
        taken.get(receiver).size(),
        changes,
        repeats,
        most);
  }

  String sum() {
    return String.format(
        Locale.ROOT,
        "%d alerts of %d changes; last changes lost: %s; ids that the log does not hold: %s",
        newest.size(),
        changes,
        lost.isEmpty() ? "0" : lost,
        strange.isEmpty() ? "0" : strange);
  }

  boolean isSound() {
    return lost.isEmpty() && strange.isEmpty() && !newest.isEmpty();
  }
}
