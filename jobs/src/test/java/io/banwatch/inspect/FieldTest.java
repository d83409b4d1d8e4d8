package io.banwatch.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.detect.DetectionSignals;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FieldTest {
  @Test
  void everySignalNeedsSomethingAndNoneIsMadeUp() {
    Set<String> needing = new TreeSet<>();
    Stream.of(Field.values()).forEach(field -> needing.addAll(field.signals()));
    Set<String> signals = new TreeSet<>();
    DetectionSignals.ofKeys().forEach(signal -> signals.add(signal.id()));
    DetectionSignals.ofAccounts().forEach(signal -> signals.add(signal.id()));
    assertThat(needing).isEqualTo(signals);
  }

  @ParameterizedTest
  @EnumSource
  void everyGatewayIsToldHowToAddEveryField(Gateway gateway) {
    assertThat(Stream.of(Field.values()).map(gateway::settingFor)).doesNotHaveDuplicates();
  }

  @Test
  void theSettingsHaveTheirGatewaysOwnNames() {
    assertThat(Gateway.of(null).settingFor(Field.ADDRESS))
        .contains("general_settings.use_x_forwarded_for: true");
    assertThat(Gateway.of("nginx").settingFor(Field.CLIENT)).contains("$http_user_agent");
    assertThat(Gateway.of("envoy-ai-gateway").settingFor(Field.ACCOUNT))
        .contains("%RESP(anthropic-organization-id)%");
    assertThat(Gateway.of("my.yaml").settingFor(Field.TOKENS)).contains("inputTokens");
  }

  @Test
  void aFewRecordsWithoutAFieldAreOrdinary() {
    assertThat(new FieldShare(Field.KEY, 90, 100).isEnough()).isTrue();
    assertThat(new FieldShare(Field.KEY, 89, 100).isEnough()).isFalse();
    assertThat(new FieldShare(Field.TOKENS, 0, 0).isEnough()).isTrue();
    assertThat(new FieldShare(Field.RATE_LIMITS, 1, 100).isEnough()).isTrue();
    assertThat(new FieldShare(Field.RATE_LIMITS, 0, 1).isEnough()).isFalse();
    assertThat(new FieldShare(Field.KEY, 2, 3).percent()).isEqualTo(66);
  }
}
