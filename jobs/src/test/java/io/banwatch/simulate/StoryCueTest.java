package io.banwatch.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banwatch.simulate.world.World;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StoryCueTest {
  private static final Instant FROM = Instant.parse("2026-11-09T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-11-16T00:00:00Z");
  private static final World WORLD = World.of(1, 12);

  @Test
  void aKeyIsNamedByAliasOrIndex() {
    assertThat(parse("token-burst@ben@+1d").key().index()).isEqualTo(2);
    assertThat(parse("token-burst@2@+1d").key().alias()).isEqualTo("ben");
  }

  @Test
  void aTimeIsAnOffsetOrIso8601() {
    long expected = StoryCue.micros(Instant.parse("2026-11-12T04:30:00Z"));
    assertThat(parse("token-burst@ben@+3d4h30m").at()).isEqualTo(expected);
    assertThat(parse("token-burst@ben@+76h30m").at()).isEqualTo(expected);
    assertThat(parse("token-burst@ben@2026-11-12T04:30:00Z").at()).isEqualTo(expected);
    assertThat(parse("token-burst@ben@2026-11-12T04:30").at()).isEqualTo(expected);
    assertThat(parse("token-burst@ben@2026-11-12T05:30:00+01:00").at()).isEqualTo(expected);
  }

  @Test
  void anUnknownStoryNamesTheNearest() {
    refuses("tokenburst@ben@+1d", "there is no story tokenburst; nearest: token-burst");
  }

  @Test
  void anUnknownKeyNamesTheNearest() {
    refuses("token-burst@bem@+1d", "there is no key bem; nearest: ben");
  }

  @Test
  void anIndexBeyondTheKeysNamesTheirRange() {
    refuses("token-burst@12@+1d", "key indexes go from 0 to 11");
  }

  @Test
  void aTimeOutsideTheLogNamesItsEnds() {
    refuses("token-burst@ben@+7d", "the log goes from 2026-11-09T00:00:00Z until 2026-11-16");
    refuses("token-burst@ben@2026-11-08T23:59:59Z", "is outside");
  }

  @Test
  void whatIsNoTimeIsShownHowToWrite() {
    for (String time : new String[] {"soon", "+", "+3x", "+d", "12:00", "2026-13-01T00:00"}) {
      refuses("token-burst@ben@" + time, "not a time: " + time + "; expected ISO 8601 like 2026-");
    }
  }

  @Test
  void aCueWithoutItsThreePartsIsRefused() {
    refuses("token-burst", "expected NAME@KEY@TIME");
    refuses("token-burst@ben", "expected NAME@KEY@TIME");
    refuses("token-burst@ben@+1d@x", "expected NAME@KEY@TIME");
  }

  @Test
  void aStoryThatNeedsAnotherKeySaysWhich() {
    refuses("subscription-shared@anna@+1d", "needs a key of an anthropic account, and anna is not");
  }

  private static StoryCue parse(String text) {
    return StoryCue.parse(text, WORLD, FROM, UNTIL);
  }

  private static void refuses(String text, String why) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("story " + text + ": ")
        .hasMessageContaining(why);
  }
}
