package io.banwatch.tell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.banwatch.alert.Alert;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LostAlertsTest {
  private static final String POLICY = "5f1e5f1e5f1e";

  @Test
  void theSameGapIsTheSameAlertAndAnotherIsAnother() {
    Alert one = LostAlerts.before(ToldAlerts.firing("a", 2), POLICY);
    assertThat(LostAlerts.before(ToldAlerts.firing("a", 2), POLICY)).isEqualTo(one);
    assertThat(LostAlerts.before(ToldAlerts.firing("a", 3), POLICY).id()).isNotEqualTo(one.id());
    assertThat(one.changedAt()).isEqualTo(ToldAlerts.firing("a", 2).changedAt());
  }

  @Test
  void itKeepsToTheSchemaOfAlerts() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(mapper.readTree(Path.of("..", "alerts", "alert.schema.json").toFile()));
    Alert alert = LostAlerts.before(ToldAlerts.firing("a", 2), POLICY);
    assertThat(schema.validate(mapper.readTree(Lines.of(alert)))).isEmpty();
    assertThat(schema.validate(mapper.createObjectNode())).isNotEmpty();
  }

  @Test
  void aGapIsToldOnceAndSaidToAPerson() {
    List<String> person = new ArrayList<>();
    assertThat(LostAlerts.isNoticed("job")).isFalse();
    LostAlerts.listener("job", person::add).accept("files were removed");
    assertThat(LostAlerts.isNoticed("another job")).isFalse();
    assertThat(LostAlerts.isNoticed("job")).isTrue();
    assertThat(LostAlerts.isNoticed("job")).isFalse();
    assertThat(person).containsExactly("files were removed");
  }
}
