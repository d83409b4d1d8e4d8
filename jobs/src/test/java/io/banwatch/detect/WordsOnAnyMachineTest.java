package io.banwatch.detect;

import static io.banwatch.detect.KeyInPlaces.BERLIN;
import static io.banwatch.detect.KeyInPlaces.MONDAY;
import static io.banwatch.detect.KeyInPlaces.MUNICH;
import static io.banwatch.detect.KeyInPlaces.TOKYO;
import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One log gives the same lines on every machine, whatever language it speaks. */
class WordsOnAnyMachineTest {
  private static final Instant LATER = MONDAY.plus(Duration.ofHours(20));

  private final Locale ours = Locale.getDefault();

  @BeforeEach
  void speakGerman() {
    Locale.setDefault(Locale.GERMANY);
  }

  @AfterEach
  void speakAsBefore() {
    Locale.setDefault(ours);
  }

  @Test
  void aNewCountryIsToldInTheSameWords() {
    KeyInPlaces key = new KeyInPlaces(new NewCountry());
    key.works(BERLIN, MONDAY, 1_100);

    assertThat(summary(key.uses(TOKYO, LATER)))
        .isEqualTo(
            "Used in Tokyo, Japan (JP) through an access network, where this key never was in 1,100"
                + " requests (known: DE)");
  }

  @Test
  void aNewNetworkIsToldInTheSameWords() {
    KeyInPlaces key = new KeyInPlaces(new NewNetwork());
    key.works(BERLIN, MONDAY, 1_100);

    assertThat(summary(key.uses(MUNICH, LATER))).contains(" in 1,100 requests this key came ");
  }

  @Test
  void anImpossibleJourneyIsToldInTheSameWords() {
    KeyInPlaces key = new KeyInPlaces(new ImpossibleTravel());
    key.uses(BERLIN, MONDAY);

    assertThat(summary(key.uses(TOKYO, MONDAY.plus(Duration.ofHours(1)))))
        .endsWith(": at least 8,900 km, at least 8,876 km/h");
  }

  private static String summary(List<Finding> findings) {
    return findings.get(0).explanation().get().summary();
  }
}
