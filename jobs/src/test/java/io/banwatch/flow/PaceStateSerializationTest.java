package io.banwatch.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.detect.GrowthState;
import io.banwatch.detect.PaceState;
import io.banwatch.detect.PaceStateSamples;
import java.io.IOException;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

class PaceStateSerializationTest {
  @Test
  void paceStateIsAPojoWithoutKryo() {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(PaceState.class);
  }

  @Test
  void growthStateIsAPojoWithoutKryo() {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(GrowthState.class);
  }

  @Test
  void aKeyOfFourWeeksTakesLessThanTwoKilobytes() throws IOException {
    assertThat(serializedBytes(PaceStateSamples.busyFor(28))).isLessThanOrEqualTo(2_048);
  }

  @Test
  void aKeyOfAnHourTakesLessThanSeventeenHundredAndFiftyBytes() throws IOException {
    assertThat(serializedBytes(PaceStateSamples.busyFor(0))).isLessThanOrEqualTo(1_750);
  }

  private static int serializedBytes(PaceState state) throws IOException {
    DataOutputSerializer output = new DataOutputSerializer(4_096);
    TypeInformation.of(PaceState.class)
        .createSerializer(new SerializerConfigImpl())
        .serialize(state, output);
    return output.length();
  }
}
