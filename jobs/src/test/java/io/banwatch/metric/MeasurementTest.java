package io.banwatch.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.usage.Reason;
import io.banwatch.vendor.AnswerClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeasurementTest {
  /** InfluxQL's keywords (its specification, section Keywords), and the name of its time. */
  private static final Set<String> RESERVED =
      Set.of(
          ("all alter analyze any as asc begin by create continuous database databases default delete"
                  + " desc destinations diagnostics distinct drop duration end every explain field for"
                  + " from grant grants group groups in inf insert into key keys kill limit show"
                  + " measurement measurements name offset on order password policy policies"
                  + " privileges queries query read replication resample retention revoke select"
                  + " series set shard shards slimit soffset stats subscription subscriptions tag to"
                  + " user users values where with write time")
              .split(" "));

  @Test
  void noNameIsAReservedWordOrNeedsQuotes() {
    List<String> names = new ArrayList<>();
    for (Measurement measurement : Measurement.values()) {
      names.add(measurement.word());
      names.addAll(measurement.tags());
      names.addAll(measurement.fields().keySet());
    }

    assertThat(names).allMatch(name -> name.matches("[a-z][a-z0-9_]*"));
    assertThat(names).doesNotContainAnyElementsOf(RESERVED);
    assertThat(RESERVED).contains("measurement", "time");
  }

  @Test
  void noTagIsAField() {
    for (Measurement measurement : Measurement.values()) {
      assertThat(measurement.tags()).doesNotContainAnyElementsOf(measurement.fields().keySet());
    }
  }

  @Test
  void aMeasurementIsFoundByItsName() {
    for (Measurement measurement : Measurement.values()) {
      assertThat(Measurement.of(measurement.name().toLowerCase(Locale.ROOT))).contains(measurement);
    }
    assertThat(Measurement.of("nothing")).isEmpty();
  }

  @Test
  void everyAnswerAndEveryReasonHasItsField() {
    assertThat(AnswerClass.values())
        .allMatch(answer -> Measurement.KEY_USAGE.fields().containsKey(FieldNames.answer(answer)));
    assertThat(Reason.values())
        .allMatch(reason -> Measurement.PIPELINE.fields().containsKey(FieldNames.rejected(reason)));
    assertThat(FieldNames.answer(AnswerClass.RATE_LIMITED)).isEqualTo("answer_rate_limited");
    assertThat(FieldNames.rejected(Reason.NOT_JSON)).isEqualTo("rejected_not_json");
  }

  @Test
  void paceHasAFieldForEachMeasureAndWindow() {
    assertThat(Measurement.ACCOUNT_PACE.fields())
        .hasSize(33)
        .containsEntry("input_10m", FieldType.INTEGER)
        .containsEntry("input_10m_record", FieldType.INTEGER)
        .containsEntry("input_10m_threshold", FieldType.FLOAT)
        .containsEntry("output_60m_usual_high", FieldType.FLOAT);
  }
}
