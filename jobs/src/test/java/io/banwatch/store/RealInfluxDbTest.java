package io.banwatch.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RealInfluxDbTest {
  @RegisterExtension static final RealInfluxDb INFLUX = new RealInfluxDb();

  @Test
  void whatIsWrittenIsFound() throws Exception {
    String database = INFLUX.freshDatabase();
    INFLUX.write(database, "m,t=a\\ b v=1i 1795000000000\nm,t=c v=2i 1795000000000\n");
    assertThat(INFLUX.rows(database, "SELECT sum(v) FROM m GROUP BY t"))
        .extracting(row -> row.get("t").asText() + row.get("sum").asInt())
        .containsExactly("a b1", "c2");
  }
}
