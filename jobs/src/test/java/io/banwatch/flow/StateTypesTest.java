package io.banwatch.flow;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banwatch.alert.Alert;
import io.banwatch.detect.AccountState;
import io.banwatch.detect.FeedState;
import io.banwatch.detect.KeyState;
import io.banwatch.gateway.KnownAccount;
import io.banwatch.measure.AccountPaceSlices;
import io.banwatch.measure.AccountSlices;
import io.banwatch.measure.OpenAlerts;
import io.banwatch.measure.PipelineCounts;
import io.banwatch.measure.SliceShare;
import io.banwatch.measure.WeekHabit;
import io.banwatch.metric.Point;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Rejection;
import io.banwatch.usage.UsageEvent;
import java.time.Duration;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateTypesTest {
  @ParameterizedTest
  @ValueSource(
      classes = {
        KeyState.class,
        AccountState.class,
        FeedState.class,
        SlottedAlert.class,
        SlottedActivity.class,
        AccountSlices.class,
        AccountPaceSlices.class,
        OpenAlerts.class,
        WeekHabit.class,
        SliceShare.class,
        PipelineCounts.class,
        Point.class,
        Alert.class,
        UsageEvent.class,
        LogRecord.class,
        Rejection.class,
        KnownAccount.class
      })
  void whatIsKeptOrSentNeedsNoKryo(Class<?> type) {
    assertThatCode(() -> serializerWithoutKryo(type)).doesNotThrowAnyException();
  }

  @Test
  void aTypeThatNeedsKryoIsRefused() {
    assertThatThrownBy(() -> serializerWithoutKryo(NeedsKryo.class))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("Generic types have been disabled");
  }

  private static void serializerWithoutKryo(Class<?> type) {
    SerializerConfigImpl config = new SerializerConfigImpl();
    config.setGenericTypes(false);
    TypeInformation.of(type).createSerializer(config);
  }

  /** A record as it must not be: Flink knows no serializer for a duration. */
  public record NeedsKryo(Duration quiet) {}
}
