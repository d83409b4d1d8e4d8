package io.banwatch.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiversFileTest {
  private static final String RECEIVERS =
      """
      schemaVersion: 1
      receivers: [{name: a, format: slack, urlFrom: env:SLACK}]
      alertmanager: {resendMinutes: 9}
      """;

  @TempDir Path directory;

  @Test
  void receiversMayStandInAFileBesideThePolicy() throws IOException {
    write("receivers.yaml", RECEIVERS);
    Path policy =
        write(
            "policy.yaml",
            """
            schemaVersion: 1
            receiversFrom: receivers.yaml
            links: {dashboard: "https://grafana.example.com"}
            """);

    Policy read = PolicyReader.read(policy);

    assertThat(read.telling().receivers()).extracting(Receiver::name).containsExactly("a");
    assertThat(read.telling().resendMillis()).isEqualTo(540_000);
    assertThat(read.telling().dashboard()).isEqualTo("https://grafana.example.com");
    assertThat(read.hash()).isEqualTo(PolicyReader.builtIn().hash());
  }

  @Test
  void itHoldsNothingElse() throws IOException {
    Path file = write("receivers.yaml", RECEIVERS + "growth: {}\nreceiversFrom: x\n");
    Path policy = write("policy.yaml", "schemaVersion: 1\nreceiversFrom: receivers.yaml\n");
    String expected =
        ": found a field of the policy itself, expected one of `schemaVersion`, `receivers`,"
            + " `silences`, `links`, `alertmanager`";

    assertThat(refused(policy).lines())
        .containsExactly(file + ":4:1: growth" + expected, file + ":5:1: receiversFrom" + expected);
  }

  @Test
  void nothingStandsInBoth() throws IOException {
    write("receivers.yaml", RECEIVERS);
    Path policy =
        write("policy.yaml", "schemaVersion: 1\nreceiversFrom: receivers.yaml\nreceivers: []\n");

    assertThat(refused(policy))
        .isEqualTo(
            policy
                + ":3:1: receivers: found it in the file of `receiversFrom` as well, expected one"
                + " of the two");
  }

  @Test
  void itsProblemsNameItsOwnLines() throws IOException {
    Path file = write("receivers.yaml", "schemaVersion: 1\nreceivers: {}\n");
    Path policy = write("policy.yaml", "schemaVersion: 1\nreceiversFrom: receivers.yaml\n");

    assertThat(refused(policy))
        .isEqualTo(file + ":2:1: receivers: found an empty mapping, expected a list ([] for none)");
  }

  @Test
  void oneThatIsNotThereIsNamed() throws IOException {
    Path policy = write("policy.yaml", "schemaVersion: 1\nreceiversFrom: receivers.yaml\n");

    assertThat(refused(policy))
        .isEqualTo(
            directory.resolve("receivers.yaml") + ": found no such file, expected a policy file");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private static String refused(Path policy) {
    return PolicyProblemsTest.refused(() -> PolicyReader.read(policy)).getMessage();
  }
}
