package io.banwatch.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposeTest {
  private static final String FILE = "docker-compose.yml";

  @Test
  void everyServiceIsPinnedWatchedAndMountsWhatIsThere() throws IOException {
    assertThat(ComposeRules.of(Yaml.ROOT, Yaml.read(FILE)).found()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          :13.2.0} | :latest} | grafana has an image with a whole version: ${GRAFANA_IMAGE:-grafana/grafana:latest}
          restart: "no" | restart: always | setup has a healthcheck, or runs only once
          127.0.0.1:3000:3000 | 3000:3000 | grafana is open to this machine only: "3000:3000"
          ./dashboards/banwatch: | ./boards: | grafana mounts what is there: ./boards
          state:/var | states:/var | banwatch mounts what is there: states
          setup:\\n        condition: service_completed_successfully | influx:\\n        condition: service_healthy | banwatch waits for what comes to be: influx
          """)
  void aBreachIsNoticed(String text, String instead, String breach) throws IOException {
    String file = Files.readString(Yaml.ROOT.resolve(FILE));
    String changed = file.replace(text.replace("\\n", "\n"), instead.replace("\\n", "\n"));
    assertThat(changed).isNotEqualTo(file);
    assertThat(ComposeRules.of(Yaml.ROOT, Yaml.parsed(changed)).found())
        .contains(FILE + ": " + breach);
  }

  @Test
  void theExampleNamesEverySecretThatIsDemanded() throws IOException {
    Set<String> named = new TreeSet<>();
    for (String line : Files.readAllLines(Yaml.ROOT.resolve(".env.example"))) {
      if (!line.startsWith("#")) {
        assertThat(line).endsWith("=");
        named.add(line.substring(0, line.length() - 1));
      }
    }
    assertThat(ComposeRules.demanded(Yaml.read(FILE))).isEqualTo(named);
  }

  @Test
  void allPartsSpeakOfTheSameDatabase() throws IOException {
    JsonNode services = Yaml.read(FILE).path("services");
    String database = services.at("/influxdb/environment/DOCKER_INFLUXDB_INIT_BUCKET").asText();
    JsonNode source = Yaml.read("dashboards/provisioning/datasources/influxdb.yaml");
    assertThat(source.at("/datasources/0/jsonData/dbName").asText()).isEqualTo(database);
    for (String service : new String[] {"setup", "banwatch"}) {
      assertThat(services.path(service).path("command").toString())
          .contains("\"http://influxdb:8086/" + database + "\"");
    }
  }
}
