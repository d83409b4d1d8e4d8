package io.banwatch.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.banwatch.alert.Alert;
import io.banwatch.flow.ReplayListener;
import io.banwatch.flow.ReplaySettings;
import io.banwatch.flow.ReplaySummary;
import io.banwatch.flow.SharedReplay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the detect job made of a scenario's log.
 *
 * @param told each line of {@code alerts.jsonl} for a reader
 * @param fired signals that fired, at any severity
 * @param alarmed signals that fired above {@code info}
 * @param summary what was counted
 */
record ScenarioRun(
    List<String> told, Set<String> fired, Set<String> alarmed, ReplaySummary summary) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static final ReplayListener NOBODY =
      new ReplayListener() {
        @Override
        public void alert(Alert line) {}

        @Override
        public void progress(long bytesRead, long bytesTotal, long records) {}
      };

  /** Runs the detect job over the scenario's log. */
  static ScenarioRun of(Scenario scenario, Path out) throws Exception {
    ReplaySettings settings =
        new ReplaySettings(
            List.of(scenario.log().toString()), out, scenario.policyText(), null, null, 1);
    ReplaySummary summary = SharedReplay.run(settings, NOBODY);
    Set<String> fired = new TreeSet<>();
    Set<String> alarmed = new TreeSet<>();
    for (JsonNode alert : alerts(out)) {
      fired.add(text(alert, "signal"));
      if (!text(alert, "severity").equals("info")) {
        alarmed.add(text(alert, "signal"));
      }
    }
    return new ScenarioRun(told(out), fired, alarmed, summary);
  }

  /** Each line of the alert log under a directory, for a reader. */
  static List<String> told(Path out) throws IOException {
    return alerts(out).stream().map(ScenarioRun::forReader).toList();
  }

  private static List<JsonNode> alerts(Path out) throws IOException {
    List<JsonNode> alerts = new ArrayList<>();
    for (String line : Files.readAllLines(out.resolve("alerts.jsonl"))) {
      alerts.add(JSON.readTree(line));
    }
    return alerts;
  }

  private static String forReader(JsonNode alert) {
    String key = alert.get("key").isNull() ? "-" : alert.path("keyAlias").asText("?");
    return String.join(
        " ",
        text(alert, "changedAt"),
        text(alert, "status"),
        text(alert, "severity"),
        text(alert, "signal"),
        alert.get("vendor").isNull()
            ? "feed"
            : text(alert, "vendor") + "/" + text(alert, "account"),
        key,
        "|",
        text(alert, "summary"));
  }

  private static String text(JsonNode alert, String field) {
    return alert.get(field).textValue();
  }
}
