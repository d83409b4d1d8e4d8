package io.banwatch.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** What holds for the rules of Grafana Alerting under {@code alerts/grafana}. */
final class AlertRules {
  /** Provisioning takes a single dollar sign for a variable of its own. */
  private static final Pattern SINGLE_DOLLAR = Pattern.compile("(?<!\\$)\\$(?!\\$)");

  /** So long InfluxDB keeps a change: docs/influxdb.md. An open alert may not change for days. */
  private static final long KEPT_SECONDS = TimeUnit.DAYS.toSeconds(14);

  private final Breaches breaches = new Breaches("rules.yaml");

  private AlertRules() {}

  /**
   * What is wrong.
   *
   * @param receivers the names of contact points
   * @param source the data source's uid
   */
  static Breaches of(JsonNode file, Set<String> receivers, String source) {
    AlertRules rules = new AlertRules();
    Set<String> uids = new HashSet<>();
    for (JsonNode rule : all(file)) {
      String uid = rule.path("uid").asText();
      rules.breaches.expect(uids.add(uid), "%s is there once", uid);
      rules.breaches.expect(
          receivers.contains(rule.at("/notification_settings/receiver").asText()),
          "%s has a receiver",
          uid);
      rules.breaches.expect(
          rule.path("execErrState").asText().equals("KeepLast"),
          "%s keeps its state when a query fails",
          uid);
      rules.breaches.expect(
          rule.path("for").asText().matches("[1-9]\\d*[mh]"), "%s waits before it fires", uid);
      rules.breaches.expect(
          !query(rule).contains("\"account_alerts\"") || rule.path("for").asText().endsWith("h"),
          "%s waits for hours, since there are no points before an account's first alert",
          uid);
      rules.breaches.expect(
          !SINGLE_DOLLAR.matcher(rule.toString()).find(), "%s doubles every dollar sign", uid);
      rules.steps(rule, uid, source);
    }
    return rules.breaches;
  }

  static List<JsonNode> all(JsonNode file) {
    List<JsonNode> all = new ArrayList<>();
    file.path("groups").forEach(group -> group.path("rules").forEach(all::add));
    return all;
  }

  /** The query of a rule as Grafana reads it. */
  static String query(JsonNode rule) {
    return rule.at("/data/0/model/query").asText().replace("$$", "$");
  }

  private void steps(JsonNode rule, String uid, String source) {
    Set<String> before = new HashSet<>();
    for (JsonNode step : rule.path("data")) {
      JsonNode model = step.path("model");
      boolean expression = step.path("datasourceUid").asText().equals("__expr__");
      breaches.expect(
          expression || step.path("datasourceUid").asText().equals(source),
          "%s asks the data source that is provisioned",
          uid);
      breaches.expect(
          !expression || before.contains(model.path("expression").asText()),
          "%s: a step follows from one before it",
          uid);
      breaches.expect(
          step.path("refId").equals(model.path("refId")), "%s names its steps alike", uid);
      before.add(step.path("refId").asText());
    }
    breaches.expect(
        before.contains(rule.path("condition").asText()), "%s: its condition is a step", uid);
    breaches.expect(!query(rule).contains("${"), "%s: rules know no variables", uid);
    long looksBack = rule.at("/data/0/relativeTimeRange/from").asLong();
    breaches.expect(
        !query(rule).contains("\"alert_changes\"") || looksBack == KEPT_SECONDS,
        "%s looks back as far as changes are kept",
        uid);
    breaches.add(QueryRules.of("rules.yaml, " + uid, query(rule)));
  }
}
