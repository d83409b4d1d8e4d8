package io.banwatch.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.junit.jupiter.api.Test;

/** What older checkpoints hold must be read for ever. */
class InfluxLineSerializerTest {
  private static final List<InfluxLine> LINES =
      List.of(
          InfluxLine.of("m,t=ä v=1i 1", true),
          InfluxLine.of("m v=\"" + "x".repeat(5) + "\"", false));

  private static final String FIRST_VERSION =
      "ffffffffffffffff00000002000000000000000d010000000d6d2c743dc3a420763d31692031"
          + "000000000000000b000000000b6d20763d22787878787822";

  @Test
  void linesThatTheFirstVersionWroteAreRead() throws IOException {
    InfluxLineSerializer serializer = new InfluxLineSerializer();
    byte[] written =
        serializer.serialize(
            new BufferedRequestState<>(
                LINES.stream()
                    .map(line -> new RequestEntryWrapper<>(line, line.bytes()))
                    .toList()));
    assertThat(HexFormat.of().formatHex(written)).isEqualTo(FIRST_VERSION);
    BufferedRequestState<InfluxLine> read =
        serializer.deserialize(1, HexFormat.of().parseHex(FIRST_VERSION));
    assertThat(InfluxWriter.lines(List.of(read))).isEqualTo(LINES);
  }
}
