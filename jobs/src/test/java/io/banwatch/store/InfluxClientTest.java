package io.banwatch.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What each failure looks like, from real servers where they can be brought to it. */
class InfluxClientTest {
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(1);

  @RegisterExtension static final RealInfluxDb INFLUX = new RealInfluxDb();

  @TempDir private Path directory;

  @Test
  void aServerThatIsAbsentSilentOrBreaksOffIsAskedAgainLater() throws Exception {
    String database = INFLUX.freshDatabase();
    try (Wire wire = new Wire(INFLUX.url())) {
      String url = wire.url() + "/" + database;
      assertThat(write(url, INFLUX.environment()).kind()).isEqualTo(AnswerKind.STORED);
      for (Wire.State state :
          List.of(Wire.State.CUT, Wire.State.SILENT, Wire.State.WITHOUT_ANSWER)) {
        wire.becomes(state);
        WriteAnswer answer = write(url, INFLUX.environment());
        assertThat(answer.kind()).as(state.name()).isEqualTo(AnswerKind.LATER);
        assertThat(answer.words()).startsWith("InfluxDB at " + wire.url() + " does not answer (");
      }
    }
    assertThat(write("http://127.0.0.1:1/" + database, Map.of()).sentence())
        .isEqualTo(
            "InfluxDB at http://127.0.0.1:1 does not answer (nothing listens at 127.0.0.1:1). Does"
                + " it run there?");
  }

  @Test
  void aDatabaseThatDoesNotExistIsNamedWithTheRemedy() throws IOException {
    WriteAnswer answer = write(INFLUX.url() + "/nobodys", INFLUX.environment());
    assertThat(answer.kind()).isEqualTo(AnswerKind.MISCONFIGURED);
    assertThat(answer.sentence())
        .contains(INFLUX.url() + " does not take points for nobodys (404 ")
        .contains("\"nobodys\"")
        .contains("banwatch store setup");
  }

  @Test
  void aTypeConflictCostsTheLineAlone() throws Exception {
    String database = INFLUX.freshDatabase();
    String url = INFLUX.url() + "/" + database;
    assertThat(write(url, INFLUX.environment(), "m v=1i 1795000000000").kind())
        .isEqualTo(AnswerKind.STORED);
    WriteAnswer answer =
        write(
            url,
            INFLUX.environment(),
            "m v=2i 1795000001000",
            "m v=0.5 1795000002000",
            "m v=3i 1795000003000");
    assertThat(answer.kind()).isEqualTo(AnswerKind.PARTLY_STORED);
    assertThat(answer.refused()).isEqualTo(1);
    assertThat(answer.words()).contains("field type conflict");
    assertThat(INFLUX.rows(database, "SELECT v FROM m")).hasSize(3);
  }

  @Test
  void aWrongTokenIsSaidWithTheNameOfItsVariable() throws Exception {
    if (INFLUX.isSecond()) {
      refusesAWrongToken(INFLUX.url(), INFLUX.environment(), INFLUX.freshDatabase());
      return;
    }
    Optional<Path> program = RealInfluxDb.program();
    Assumptions.assumeTrue(program.isPresent(), "needs a server of its own");
    try (InfluxServer server = InfluxServer.startWithPasswords(program.get(), directory)) {
      refusesAWrongToken(
          server.url(), Map.of(InfluxAddress.TOKEN, InfluxServer.PASSWORD), "banwatch");
    }
  }

  private static void refusesAWrongToken(
      String server, Map<String, String> right, String database) {
    Map<String, String> wrong = new HashMap<>(right);
    wrong.put(InfluxAddress.TOKEN, "me:wrong");
    String url = server + "/" + database;
    assertThat(write(url, right).kind()).isEqualTo(AnswerKind.STORED);
    WriteAnswer answer = write(url, wrong);
    assertThat(answer.kind()).isEqualTo(AnswerKind.MISCONFIGURED);
    assertThat(answer.sentence()).contains("(401", "BANWATCH_INFLUX_TOKEN").doesNotContain("wrong");
  }

  @Test
  void aServerThatIsReadOnlyFullOrOldSaysSo() throws IOException {
    try (ScriptedInflux server = new ScriptedInflux()) {
      String url = server.url() + "/banwatch";
      server.answers(500, "engine: write wal: no space left on device", null);
      assertThat(write(url, Map.of()))
          .isEqualTo(
              new WriteAnswer(
                  AnswerKind.LATER,
                  "InfluxDB at "
                      + server.url()
                      + " takes no points now (500 engine: write wal: no space left on device)",
                  "Make room on its disk; InfluxDB 1.x has to be started again then.",
                  0,
                  0));
      server.answers(403, "insufficient permissions for write", null);
      assertThat(write(url, Map.of()).words()).contains("(403 insufficient permissions for write)");
      server.answers(503, "overloaded", "7");
      assertThat(write(url, Map.of()).waitMillis()).isEqualTo(7_000);
      server.answers(204, "", null);
      server.takesAtMost(1);
      assertThat(write(url, Map.of(), "m v=1 1", "m v=1 2").kind()).isEqualTo(AnswerKind.TOO_LARGE);
    }
  }

  private static WriteAnswer write(String url, Map<String, String> environment, String... lines) {
    InfluxAddress address = InfluxAddress.parse(url, environment);
    List<InfluxLine> all =
        lines.length == 0
            ? List.of(InfluxLine.of("m v=1i 1795000000000", false))
            : List.of(lines).stream().map(line -> InfluxLine.of(line, false)).toList();
    try (InfluxApi api = InfluxClient.of(address, environment, LONGEST_ANSWER)) {
      return api.write(address.database(), all);
    }
  }
}
