package io.banwatch.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProvisioningTest {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)");

  @Test
  void theDataSourceIsAskedAsTheTestsAsk() throws IOException {
    JsonNode source = source();
    assertThat(source.path("type").asText()).isEqualTo("influxdb");
    assertThat(source.at("/jsonData/httpMode").asText()).isEqualTo("POST");
    assertThat(source.at("/jsonData/timeInterval").asText()).isEqualTo("10s");
    assertThat(source.path("editable").asBoolean()).isFalse();
    assertThat(source.has("database")).isFalse();
  }

  @Test
  void grafanaIsGivenEveryVariableOfTheDataSource() throws IOException {
    JsonNode given = grafana().path("environment");
    Matcher variables = VARIABLE.matcher(source().toString());
    List<String> found = new ArrayList<>();
    while (variables.find()) {
      found.add(variables.group(1));
      assertThat(given.has(variables.group(1))).as(variables.group(1)).isTrue();
    }
    assertThat(found).containsExactlyInAnyOrder("INFLUXDB_URL", "INFLUXDB_USER", "INFLUXDB_TOKEN");
  }

  @Test
  void theDashboardsAreWhereTheProviderLooks() throws IOException {
    JsonNode provider =
        Yaml.read("dashboards/provisioning/dashboards/banwatch.yaml").at("/providers/0");
    String path = provider.at("/options/path").asText();
    assertThat(mounts()).contains("./" + WriteDashboards.DIRECTORY + ":" + path + ":ro");
    assertThat(grafana().at("/environment/GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH").asText())
        .isEqualTo(path + "/" + Pages.file(OverviewPage.page()));
    assertThat(provider.path("disableDeletion").asBoolean()).isTrue();
    assertThat(provider.path("allowUiUpdates").asBoolean()).isFalse();
    assertThat(provider.path("folder").asText()).isEqualTo("Banwatch");
  }

  private static List<String> mounts() throws IOException {
    List<String> mounts = new ArrayList<>();
    grafana().path("volumes").forEach(volume -> mounts.add(volume.asText()));
    return mounts;
  }

  private static JsonNode grafana() throws IOException {
    return Yaml.read("docker-compose.yml").at("/services/grafana");
  }

  private static JsonNode source() throws IOException {
    return Yaml.read("dashboards/provisioning/datasources/influxdb.yaml").at("/datasources/0");
  }
}
