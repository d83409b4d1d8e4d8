package io.banwatch.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class IdentitiesTest {
  private final Identities identities = new Identities();

  @Property(tries = 500)
  void anIdentityIsTheHashEachTimeItIsAsked(
      @ForAll @AlphaChars @StringLength(max = 3) String key,
      @ForAll @AlphaChars @StringLength(max = 1) String vendor) {
    assertThat(identities.of(key, vendor)).isEqualTo(Hash64.ofKey(key, vendor));
    assertThat(identities.of(key, vendor)).isEqualTo(Hash64.ofKey(key, vendor));
  }

  @Test
  void keysThatTakeEachOthersPlaceAreNotMixedUp() {
    // Equal hash codes, so one place for both.
    assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
    for (int round = 0; round < 3; round++) {
      assertThat(identities.of("Aa", "openai")).isEqualTo(Hash64.ofKey("Aa", "openai"));
      assertThat(identities.of("BB", "openai")).isEqualTo(Hash64.ofKey("BB", "openai"));
      assertThat(identities.of("BB", "azure")).isEqualTo(Hash64.ofKey("BB", "azure"));
    }
  }
}
