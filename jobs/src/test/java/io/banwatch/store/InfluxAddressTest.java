package io.banwatch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InfluxAddressTest {
  @Test
  void serverAndDatabaseAreRead() {
    InfluxAddress address =
        InfluxAddress.parse("https://[::1]:8086/ban-watch", Map.of("BANWATCH_INFLUX_ORG", "acme"));
    assertThat(address)
        .isEqualTo(new InfluxAddress("https://[::1]:8086", "ban-watch", "acme"))
        .hasToString("https://[::1]:8086/ban-watch");
    assertThat(address.history()).isEqualTo("ban-watch/history");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "influx:8086/banwatch",
        "ftp://influx/banwatch",
        "http://influx:8086",
        "http://influx:8086/",
        "http://influx:8086/a/b",
        "http://influx:8086/a\"b",
        "http://influx:8086/a%22b",
        "http://influx:8086/banwatch?token=secret",
        "http://influx:8086/banwatch#x",
        "http:///banwatch",
        "http://in flux/banwatch",
      })
  void whatIsNoAddressIsRefusedWithTheForm(String url) {
    assertThatThrownBy(() -> InfluxAddress.parse(url, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("--influx: ")
        .hasMessageEndingWith("expected http://HOST:PORT/DATABASE_OR_BUCKET")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aPasswordInItIsNotRepeated() {
    assertThatThrownBy(() -> InfluxAddress.parse("http://me:secret@influx/banwatch", Map.of()))
        .hasMessageContaining("BANWATCH_INFLUX_TOKEN")
        .hasMessageNotContaining("secret");
  }

  @Test
  void anOrganisationThatIsSetToNothingIsNone() {
    InfluxAddress address =
        InfluxAddress.parse("http://localhost:8086/banwatch", Map.of(InfluxAddress.ORG, " "));
    assertThat(address.hasOrg()).isFalse();
  }
}
