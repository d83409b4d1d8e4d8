package io.banwatch.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.flow.ReplaySettings;
import io.banwatch.flow.ReplaySummary;
import io.banwatch.flow.SharedReplay;
import io.banwatch.gateway.Decoders;
import io.banwatch.policy.Policy;
import io.banwatch.policy.PolicyReader;
import io.banwatch.receive.Receiver;
import io.banwatch.receive.ReceiverLimits;
import io.banwatch.receive.ReceiverSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was received tells the same as what was sent. */
class ReceivedLogTest {
  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(1)
              .build());

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "account-disabled",
        "ban-delivered-twice",
        "impossible-travel",
        "records-out-of-order",
        "stolen-key",
        "subscription-foreign-client"
      })
  void aReplayOfTheReceivedLogGivesTheSameAlerts(String scenario) throws Exception {
    Scenario story = Scenario.of(Scenario.root().resolve(scenario));
    String policy = story.policyText();
    Path sent = story.log();
    Path received = directory.resolve("log");
    post(sent, received, PolicyReader.fromText(policy));
    ReplaySummary before = replay(sent, directory.resolve("before"), policy);
    ReplaySummary after = replay(received, directory.resolve("after"), policy);
    assertThat(alerts("after")).isEqualTo(alerts("before"));
    assertThat(after.accepted()).isEqualTo(before.accepted());
    assertThat(after.rejected()).isEqualTo(before.rejected());
    assertThat(after.skipped()).isEqualTo(before.skipped());
  }

  private static void post(Path sent, Path log, Policy policy) throws Exception {
    ReceiverSettings settings =
        new ReceiverSettings(
            "127.0.0.1",
            0,
            log,
            policy.usageLog(),
            Decoders.settings(null, policy.trustedProxies(), policy.trustedHops()),
            null,
            null,
            null,
            ReceiverLimits.defaults());
    try (Receiver receiver = Receiver.startAlone(settings, message -> {})) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + receiver.port() + "/"))
              .header("Content-Encoding", "gzip")
              .POST(BodyPublishers.ofFile(sent))
              .build();
      assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
    }
  }

  private static ReplaySummary replay(Path log, Path out, String policy) throws Exception {
    Files.createDirectories(out);
    ReplaySettings settings =
        new ReplaySettings(List.of(log.toString()), out, policy, null, null, 1);
    return SharedReplay.run(settings, ScenarioRun.NOBODY);
  }

  private List<String> alerts(String out) throws Exception {
    return Files.readAllLines(directory.resolve(out).resolve("alerts.jsonl"));
  }
}
