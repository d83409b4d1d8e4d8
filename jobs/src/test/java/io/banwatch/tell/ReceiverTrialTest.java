package io.banwatch.tell;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.policy.Policy;
import io.banwatch.policy.PolicyReader;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ReceiverTrialTest {
  @Test
  void aReceiverThatQuotesTheRequestDoesNotTellItsSecrets() throws Exception {
    try (ScriptedServer server = new ScriptedServer()) {
      String address = server.url("/quoting/B0A1C2D3E4F5");
      String yaml =
          """
          schemaVersion: 1
          receivers:
            - {name: team, format: slack, url: "%s", headersFrom: {Authorization: env:TOKEN}}
          """;
      Policy policy = PolicyReader.fromText(yaml.formatted(address));
      Map<String, String> environment = Map.of("TOKEN", "Bearer 0123456789");
      ReceiverTrial trial = new ReceiverTrial(policy, List.of(), environment);
      assertThat(trial.send("team", 0))
          .extracting(ReceiverTrial.Result::answer)
          .containsExactly("Cannot POST … with …");
    }
  }

  @Test
  @Timeout(60)
  void whatFailsInTheMachineIsAnAnswerTooAndNobodyWaitsForIt() {
    String yaml =
        "schemaVersion: 1\nreceivers: [{name: team, format: slack, urlFrom: env:ADDRESS}]\n";
    ReceiverTrial trial =
        new ReceiverTrial(PolicyReader.fromText(yaml), List.of(), new BrokenEnvironment());
    assertThat(trial.send("team", 0))
        .extracting(ReceiverTrial.Result::answer)
        .containsExactly("cannot be sent");
  }

  private static final class BrokenEnvironment extends AbstractMap<String, String> {
    @Override
    public String get(Object key) {
      throw new LinkageError("of a test");
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
      return Set.of();
    }
  }
}
