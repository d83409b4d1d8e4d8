package io.banwatch.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
  private static final List<String> NAMES =
      List.of("margin", "floor", "quietMinutes", "request-surge", "vpn");

  @Test
  void findsWhatWasProbablyMeant() {
    assertThat(NearestName.to("margn", NAMES)).isEqualTo("margin");
    assertThat(NearestName.to("marign", NAMES)).isEqualTo("margin");
    assertThat(NearestName.to("quiet_minutes", NAMES)).isEqualTo("quietMinutes");
    assertThat(NearestName.to("RequestSurge", NAMES)).isEqualTo("request-surge");
    assertThat(NearestName.to("VPM", NAMES)).isEqualTo("vpn");
  }

  @Test
  void guessesNothingThatIsFar() {
    assertThat(NearestName.to("", NAMES)).isNull();
    assertThat(NearestName.to("limit", NAMES)).isNull();
    assertThat(NearestName.to("x".repeat(1 << 20), NAMES)).isNull();
    assertThat(NearestName.to("margin", List.of())).isNull();
  }
}
