package io.banwatch.flow;

import io.banwatch.detect.GrowthState;
import io.banwatch.detect.PaceState;
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
}
