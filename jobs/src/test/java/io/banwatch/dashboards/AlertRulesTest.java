package io.banwatch.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertRulesTest {
  static final String FILE = "alerts/grafana/rules.yaml";

  @Test
  void everyRuleKeepsTheRules() throws IOException {
    JsonNode file = Yaml.read(FILE);
    assertThat(breaches(file)).isEmpty();
    assertThat(AlertRules.all(file)).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          uid: banwatch-warning | uid: banwatch-critical | rules.yaml: banwatch-critical is there once
          receiver: banwatch} | receiver: nobody} | rules.yaml: banwatch-limit has a receiver
          execErrState: KeepLast | execErrState: Error | rules.yaml: banwatch-limit keeps its state when a query fails
          for: 5m | for: 0s | rules.yaml: banwatch-limit waits before it fires
          for: 4h | for: 1m | rules.yaml: banwatch-critical-for-hours waits for hours, since there are no points before an account's first alert
          $$labels.model | $labels.model | rules.yaml: banwatch-limit doubles every dollar sign
          datasourceUid: banwatch-influxdb | datasourceUid: other | rules.yaml: banwatch-limit asks the data source that is provisioned
          expression: A | expression: X | rules.yaml: banwatch-limit: a step follows from one before it
          refId: B, | refId: Z, | rules.yaml: banwatch-limit names its steps alike
          condition: C | condition: D | rules.yaml: banwatch-limit: its condition is a step
          WHERE $$timeFilter GROUP BY "vendor", "account", "model" | WHERE $$timeFilter AND "account" =~ /^$${account:regex}$$/ | rules.yaml: banwatch-limit: rules know no variables
          {from: 1209600, to: 0} | {from: 172800, to: 0} | rules.yaml: banwatch-warning looks back as far as changes are kept
          "used_share" | "share_used" | rules.yaml, banwatch-limit: there is no field or tag share_used
          """)
  void aBreachIsNoticed(String text, String instead, String breach) throws IOException {
    String file = Files.readString(Yaml.ROOT.resolve(FILE));
    assertThat(file).contains(text);
    assertThat(breaches(Yaml.parsed(file.replace(text, instead)))).contains(breach);
  }

  private static List<String> breaches(JsonNode file) throws IOException {
    Set<String> receivers = new HashSet<>();
    Yaml.read("alerts/grafana/contact-points.yaml")
        .path("contactPoints")
        .forEach(point -> receivers.add(point.path("name").asText()));
    JsonNode source = Yaml.read("dashboards/provisioning/datasources/influxdb.yaml");
    return AlertRules.of(file, receivers, source.at("/datasources/0/uid").asText()).found();
  }
}
