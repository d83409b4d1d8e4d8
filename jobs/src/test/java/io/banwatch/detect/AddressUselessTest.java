package io.banwatch.detect;

import static io.banwatch.detect.Feed.DAY;
import static io.banwatch.detect.Feed.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Alert;
import io.banwatch.usage.Requests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressUselessTest {
  private static final long SECOND = 1_000;
  private static final String PUBLIC = "81.2.69.160";
  private static final String OTHER = "2.125.160.216";

  private final Feed feed = new Feed("signals: {feed-silent: {enabled: false}}", null);
  private long at = MONDAY;

  @Test
  void oneAddressOfAllKeysIsToldOnceAsInfo() {
    requests(feed, 999, 10, PUBLIC);
    assertThat(feed.told).isEmpty();
    requests(feed, 5_000, 10, PUBLIC);
    assertThat(feed.lines()).containsExactly("firing info address-useless");
  }

  @Test
  void privateAddressesAndNoneAreToldToo() {
    requests(feed, 500, 10, "10.0.0.7");
    requests(feed, 499, 10, "10.0.0.8");
    requests(feed, 1, 10, null);
    assertThat(feed.told)
        .extracting(line -> line.explanation().summary())
        .containsExactly("All callers have no public address: 1000 requests of 10 keys or more");
  }

  @Test
  void fewKeysMaySitInOnePlace() {
    requests(feed, 5_000, 9, PUBLIC);
    assertThat(feed.told).isEmpty();
  }

  @Test
  void aSecondPublicAddressEndsItAndKeepsItAwayForADay() {
    requests(feed, 1_000, 10, PUBLIC);
    requests(feed, 1, 10, OTHER);
    requests(feed, 5_000, 10, PUBLIC);
    assertThat(feed.lines())
        .containsExactly("firing info address-useless", "resolved info address-useless");
    at += DAY;
    requests(feed, 1_000, 10, PUBLIC);
    assertThat(feed.lines()).hasSize(3).last().isEqualTo("firing info address-useless");
  }

  @Test
  void itGoesOnForDaysWithoutAWord() {
    for (int day = 0; day < 5; day++) {
      requests(feed, 2_000, 10, PUBLIC);
      at += DAY;
    }
    assertThat(feed.told).extracting(Alert::sequence).containsExactly(1);
  }

  @Test
  void aDeclaredAddressIsKnown() {
    Feed declared =
        new Feed("networks: [{name: office, kind: office, blocks: [81.2.69.0/24]}]", null);
    requests(declared, 5_000, 10, PUBLIC);
    assertThat(declared.told).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "litellm, use_x_forwarded_for",
    "nginx, real_ip_header",
    "envoy-ai-gateway, use_remote_address",
    "own.yaml, mapping"
  })
  void theFirstStepNamesTheGatewaysSetting(String format, String setting) {
    Feed of = new Feed("", format);
    requests(of, 1_000, 10, PUBLIC);
    assertThat(of.told.get(0).explanation().nextSteps().get(0)).contains(setting);
  }

  private void requests(Feed to, int count, int keys, String address) {
    for (int i = 0; i < count; i++) {
      at += SECOND;
      to.see(Requests.at(at).key("key-" + i % keys).from(address), at);
    }
  }
}
