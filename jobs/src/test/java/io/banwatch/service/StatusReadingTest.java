package io.banwatch.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatusReadingTest {
  @Test
  void aFailureIsToldWithoutTheNameOfItsClass() {
    assertThat(StatusReading.words("java.io.IOException: cannot write a: disk full\nat x"))
        .isEqualTo("cannot write a: disk full");
    assertThat(StatusReading.words("org.apache.flink.util.Outer$InnerException: broken"))
        .isEqualTo("broken");
  }

  @Test
  void aNameThatIsAllThereIsStays() {
    assertThat(StatusReading.words("java.lang.NullPointerException"))
        .isEqualTo("java.lang.NullPointerException");
    assertThat(StatusReading.words("cannot write io.Exception: full"))
        .isEqualTo("cannot write io.Exception: full");
  }
}
