package io.banwatch.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What older checkpoints hold must be read for ever. */
class LineSplitSerializerTest {
  private static final String FIRST_VERSION =
      "00036c6f67" + "01" + "000432613466" + "00000000000004d2";

  private static final LineSplit SPLIT =
      new LineSplit("log", true, new LinePosition("2a4f", 1_234));

  @Test
  void aPlaceThatTheFirstVersionWroteIsRead() throws IOException {
    LineSplitSerializer splits = new LineSplitSerializer();
    assertThat(splits.deserialize(1, HexFormat.of().parseHex(FIRST_VERSION))).isEqualTo(SPLIT);
    assertThat(splits.getVersion()).isEqualTo(1);
    assertThat(HexFormat.of().formatHex(splits.serialize(SPLIT))).isEqualTo(FIRST_VERSION);
  }

  @Test
  void aPlaceOfALaterVersionIsRefusedWithWords() {
    assertThatThrownBy(() -> new LineSplitSerializer().deserialize(2, new byte[0]))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version 2")
        .hasMessageContaining("go on with the program that wrote it");
  }

  @Test
  void splitsThatNobodyHasAreReadAgain() throws IOException {
    WaitingSplitsSerializer waiting = new WaitingSplitsSerializer();
    List<LineSplit> splits = List.of(SPLIT, LineSplit.fresh());
    assertThat(waiting.deserialize(waiting.getVersion(), waiting.serialize(splits)))
        .isEqualTo(splits);
  }
}
