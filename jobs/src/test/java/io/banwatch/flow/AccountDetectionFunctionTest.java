package io.banwatch.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.detect.AccountActivity;
import io.banwatch.policy.PolicyReader;
import io.banwatch.usage.Requests;
import io.banwatch.vendor.AnswerClass;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class AccountDetectionFunctionTest {
  private static final long START = Requests.TUESDAY;

  @Test
  void theLinesDoNotDependOnHowTheKeysRaced() throws Exception {
    List<SlottedActivity> activities = new ArrayList<>();
    for (int second = 0; second < 40; second++) {
      for (int key = 0; key < 3; key++) {
        long at = START + second * 1_000L + key;
        activities.add(
            answer("key-" + key, at, second % 4 == 0 ? AnswerClass.DISABLED : AnswerClass.AUTH));
      }
    }
    List<SlottedAlert> inOrder = linesOf(activities);
    Collections.shuffle(activities, new Random(1));

    assertThat(inOrder).hasSizeGreaterThanOrEqualTo(2);
    assertThat(linesOf(activities)).isEqualTo(inOrder);
  }

  @Test
  void nothingIsToldBeforeItsSecondIsOver() throws Exception {
    try (Harness harness = new Harness()) {
      harness.open();
      SlottedActivity disabled = answer("key-1", START, AnswerClass.DISABLED);
      harness.processElement(disabled, disabled.slot());
      harness.processWatermark(START + 999);
      assertThat(harness.extractOutputValues()).isEmpty();
      harness.processWatermark(START + 1_000);
      assertThat(harness.extractOutputValues())
          .extracting(line -> line.alert().signal(), SlottedAlert::slot)
          .containsExactly(org.assertj.core.groups.Tuple.tuple("account-disabled", START + 1_000));
    }
  }

  private static List<SlottedAlert> linesOf(List<SlottedActivity> activities) throws Exception {
    try (Harness harness = new Harness()) {
      harness.open();
      for (SlottedActivity activity : activities) {
        harness.processElement(activity, activity.slot());
      }
      harness.processWatermark(START + 3_600_000);
      return harness.extractOutputValues();
    }
  }

  private static SlottedActivity answer(String key, long at, AnswerClass answer) {
    return new SlottedActivity(
        at,
        1,
        new AccountActivity(
            AccountActivity.Kind.ANSWER,
            "anthropic",
            "org-1",
            "deployment-1",
            key,
            key,
            at,
            1,
            0,
            0,
            0,
            0,
            0,
            0,
            answer,
            false,
            null,
            null,
            false,
            false));
  }

  /** The operator with its state. */
  private static final class Harness
      extends KeyedOneInputStreamOperatorTestHarness<Long, SlottedActivity, SlottedAlert> {
    Harness() throws Exception {
      super(
          new KeyedProcessOperator<>(
              new AccountDetectionFunction(new DetectSettings(PolicyReader.builtIn(), null))),
          SlottedActivity::account,
          Types.LONG);
    }
  }
}
