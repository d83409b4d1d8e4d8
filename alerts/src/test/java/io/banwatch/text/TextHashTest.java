package io.banwatch.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextHashTest {
  /** The values of FNV-1a's reference tables. */
  @Test
  void itIsFnv1a() {
    assertThat(TextHash.of("")).isEqualTo(0xcbf29ce484222325L);
    assertThat(TextHash.of("a")).isEqualTo(0xaf63dc4c8601ec8cL);
  }

  @Test
  void differentTextsHashApart() {
    assertThat(TextHash.of("jane")).isNotEqualTo(TextHash.of("joe"));
  }
}
