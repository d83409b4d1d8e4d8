package io.banwatch.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static final byte[] HEAD =
      "{\"id\":\"abcdefghijklmnopqrstuvwxyz0123456789\"}\n".getBytes(StandardCharsets.US_ASCII);

  @Test
  void aFileThatHasGrownIsTheSame() {
    Fingerprint early = Fingerprint.of(HEAD, 20);
    assertThat(early.match(HEAD, HEAD.length)).isEqualTo(Fingerprint.Match.SAME);
    assertThat(early.mayGrow(HEAD.length)).isTrue();
  }

  @Test
  void otherBytesAreAnotherFile() {
    byte[] other = HEAD.clone();
    other[10]++;
    Fingerprint whole = Fingerprint.of(HEAD, HEAD.length);
    assertThat(whole.match(other, other.length)).isEqualTo(Fingerprint.Match.OTHER);
  }

  @Test
  void aShorterFileIsToldByItsFirstSixteenBytes() {
    byte[] other = HEAD.clone();
    other[10]++;
    Fingerprint whole = Fingerprint.of(HEAD, HEAD.length);
    assertThat(whole.match(other, 16)).isEqualTo(Fingerprint.Match.OTHER);
    assertThat(whole.match(other, 15)).isEqualTo(Fingerprint.Match.UNDECIDED);
    assertThat(whole.match(HEAD, 16)).isEqualTo(Fingerprint.Match.UNDECIDED);
  }

  @Test
  void nothingReadIsNoFingerprint() {
    assertThat(Fingerprint.of(HEAD, 0).isNone()).isTrue();
  }

  @Test
  void aKilobyteIsEnough() {
    byte[] much = new byte[5000];
    Fingerprint fingerprint = Fingerprint.of(much, much.length);
    assertThat(fingerprint.length()).isEqualTo(Fingerprint.MOST);
    assertThat(fingerprint.mayGrow(10_000)).isFalse();
  }
}
