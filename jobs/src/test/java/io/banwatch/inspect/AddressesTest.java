package io.banwatch.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.inspect.Addresses.Verdict;
import org.junit.jupiter.api.Test;

class AddressesTest {
  private final Addresses addresses = new Addresses();

  @Test
  void withoutAnyNobodysPlaceIsKnown() {
    addresses.add("key-1", null, false);
    assertThat(addresses.verdict()).isEqualTo(Verdict.NONE);
    assertThat(addresses.mostUsed()).isNull();
  }

  @Test
  void privateOnesAreAProxys() {
    add("10.0.0.1", false, 51);
    add("203.0.113.7", true, 49);
    assertThat(addresses.verdict()).isEqualTo(Verdict.MOSTLY_PRIVATE);
    add("203.0.113.7", true, 2);
    assertThat(addresses.verdict()).isEqualTo(Verdict.USEFUL);
  }

  @Test
  void oneForSeveralKeysIsALoadBalancers() {
    add("203.0.113.7", true, 95);
    add("203.0.113.8", true, 5);
    assertThat(addresses.verdict()).isEqualTo(Verdict.ONE_FOR_ALL);
    assertThat(addresses.mostUsed()).isEqualTo("203.0.113.7");
    assertThat(addresses.distinct()).isEqualTo(2);
    add("203.0.113.8", true, 1);
    assertThat(addresses.verdict()).isEqualTo(Verdict.USEFUL);
  }

  @Test
  void oneForOneOrTwoKeysIsAHousehold() {
    for (int i = 0; i < 100; i++) {
      addresses.add("key-" + i % 2, "203.0.113.7", true);
    }
    assertThat(addresses.verdict()).isEqualTo(Verdict.USEFUL);
  }

  @Test
  void whatIsMissingIsCounted() {
    add("203.0.113.7", true, 3);
    add("10.0.0.1", false, 2);
    addresses.add("key-1", null, false);
    assertThat(addresses.records()).isEqualTo(6);
    assertThat(addresses.with()).isEqualTo(5);
    assertThat(addresses.withPublic()).isEqualTo(3);
  }

  private void add(String address, boolean isPublic, int times) {
    for (int i = 0; i < times; i++) {
      addresses.add("key-" + i % 5, address, isPublic);
    }
  }
}
