package io.banwatch.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Rejection;
import io.banwatch.usage.UsageEvent;
import java.time.Duration;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogRecordTypesTest {
  /** A record that must be refused, or the other tests prove nothing. */
  public record Refused(Duration duration) {}

  @ParameterizedTest
  @ValueSource(classes = {LogRecord.class, UsageEvent.class, Rejection.class})
  void recordsOfTheLogAreFlinksOwn(Class<?> type) {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
    assertThat(TypeInformation.of(type)).isInstanceOf(PojoTypeInfo.class);
    assertThat(TypeInformation.of(type).createSerializer(withoutGenericTypes())).isNotNull();
  }

  @Test
  void aTypeThatNeedsKryoIsRefused() {
    assertThatThrownBy(() -> PojoTestUtils.assertSerializedAsPojoWithoutKryo(Refused.class))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(
            () -> TypeInformation.of(Refused.class).createSerializer(withoutGenericTypes()))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static SerializerConfigImpl withoutGenericTypes() {
    return new SerializerConfigImpl(new Configuration().set(PipelineOptions.GENERIC_TYPES, false));
  }
}
