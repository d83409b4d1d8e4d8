package io.banwatch.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0            | 0
          86           | 86
          950400       | 950,400
          0.3          | 0.3
          0.125        | 0.125
          3.1004       | 3.1
          0.0004       | 0
          1234.0002    | 1,234
          1234.5       | 1,234.5
          -2.5         | -2.5
          9.9999       | 10
          """)
  void aNumberHasThreeDecimalsAtMostAndNoneThatSayNothing(double value, String words) {
    assertThat(Words.number(value)).isEqualTo(words);
  }
}
