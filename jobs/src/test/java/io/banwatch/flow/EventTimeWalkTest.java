package io.banwatch.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.Severity;
import io.banwatch.log.FollowedProgress;
import io.banwatch.policy.PolicyReader;
import io.banwatch.usage.Requests;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

class EventTimeWalkTest {
  private static final long START = Requests.TUESDAY;
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final long DISORDER = PolicyReader.builtIn().disorderMillis();

  /** A feed of which every silence counts, from its first record. */
  private static final String WATCHED =
      "{schemaVersion: 1, signals: {feed-silent: {requestsBefore: 1}}}";

  private static final long YOUNG_HABIT = HOUR;

  @Test
  void eventTimeWalksByTheSilenceBehindByTwiceTheDisorder() throws Exception {
    try (EventTimeHarness harness = new EventTimeHarness(true)) {
      harness.open();
      harness.read(START, START, START);
      harness.waitFor(31);
      assertThat(harness.watermark()).isEqualTo(START + 30_000 - 2 * DISORDER - 1);
      harness.waitFor(5);
      assertThat(harness.watermark()).isEqualTo(START + 35_000 - 2 * DISORDER - 1);
    }
  }

  @Test
  void aReplayNeverWalksByTheWallClock() throws Exception {
    try (EventTimeHarness harness = new EventTimeHarness(false)) {
      harness.open();
      harness.read(START, START, START);
      harness.waitFor(3_600);
      assertThat(harness.watermarks()).containsExactly(START - DISORDER - 1);
    }
  }

  @Test
  void eventTimeStandsWhileRecordsCome() throws Exception {
    try (EventTimeHarness harness = new EventTimeHarness(true)) {
      harness.open();
      harness.read(START, START, START);
      for (int i = 0; i < 100; i++) {
        harness.read(START);
        harness.waitFor(1);
      }
      assertThat(harness.watermarks()).containsExactly(START - DISORDER - 1);
    }
  }

  @Test
  void eventTimeStandsBeforeTheFirstRecord() throws Exception {
    try (EventTimeHarness harness = new EventTimeHarness(true)) {
      harness.open();
      harness.waitFor(1_000);
      assertThat(harness.watermarks()).isEmpty();
    }
  }

  @Test
  void aClockThatIsSetBackOrJumpsAheadMovesNothing() throws Exception {
    try (EventTimeHarness harness = new EventTimeHarness(true)) {
      harness.setProcessingTime(10 * HOUR);
      harness.open();
      harness.read(START, START, START);
      harness.waitFor(31);
      long walked = harness.watermark();
      harness.setProcessingTime(HOUR);
      assertThat(harness.watermark()).isEqualTo(walked);
      harness.setProcessingTime(100 * HOUR);
      assertThat(harness.watermark()).isEqualTo(walked);
      assertThat(harness.watermarks()).isSorted();
    }
  }

  @Test
  void aDelayWithinTheDisorderIsNeverOvertakenByTheWalk() throws Exception {
    try (EventTimeHarness harness = new EventTimeHarness(true)) {
      harness.open();
      harness.read(START, START, START);
      harness.waitFor(40);
      harness.read(START + 40_000 - DISORDER);
      assertThat(harness.watermark()).isEqualTo(START + 40_000 - 2 * DISORDER - 1);
    }
  }

  @Test
  void aFeedThatComesInLargeBatchesIsGivenMoreTime() throws Exception {
    try (EventTimeHarness harness = new EventTimeHarness(true)) {
      harness.open();
      harness.read(START, START, START);
      harness.waitFor(61);
      harness.read(START + 5_000, START + 60_000);
      assertThat(harness.times()).contains(START + 5_000);
      long told = harness.watermark();
      assertThat(told).isEqualTo(START + 60_000 - DISORDER - 1);
      harness.waitFor(61);
      assertThat(harness.watermark()).isLessThan(START + 120_000 - 2 * DISORDER - 30_000);
    }
  }

  @Test
  void afterARestoreItWalksOnByTheTimeSinceTheStart() throws Exception {
    OperatorSubtaskState snapshot;
    try (EventTimeHarness harness = new EventTimeHarness(true)) {
      harness.open();
      harness.read(START, START, START);
      harness.waitFor(41);
      snapshot = harness.snapshot(1, 1);
    }
    try (EventTimeHarness restored = new EventTimeHarness(true)) {
      restored.setProcessingTime(1_000 * HOUR);
      restored.initializeState(snapshot);
      restored.open();
      restored.waitFor(61);
      assertThat(restored.watermarks().get(0)).isEqualTo(START + 40_000 - 2 * DISORDER - 1);
      assertThat(restored.watermark()).isEqualTo(START + 60_000 - 2 * DISORDER - 1);
    }
  }

  @Test
  void itDoesNotWalkBeforeAllThatWasWrittenMeanwhileIsRead() throws Exception {
    String log = "log of EventTimeWalkTest";
    DetectSettings settings =
        new DetectSettings(PolicyReader.builtIn(), null, null, null, false, log);
    FollowedProgress.start(log);
    try (EventTimeHarness harness = new EventTimeHarness(true, settings)) {
      harness.open();
      harness.read(START, START, START);
      long told = harness.watermark();
      harness.waitFor(600);
      assertThat(harness.watermark()).isEqualTo(told);

      FollowedProgress.catchUp(log);
      harness.waitFor(31);
      assertThat(harness.watermark()).isEqualTo(START + 30_000 - 2 * DISORDER - 1);
    } finally {
      FollowedProgress.forget(log);
    }
  }

  @Test
  void howMuchTimeAFeedIsGivenOutlivesARestart() throws Exception {
    OperatorSubtaskState walked;
    OperatorSubtaskState late;
    try (EventTimeHarness harness = new EventTimeHarness(true)) {
      harness.open();
      harness.read(START, START, START);
      harness.waitFor(61);
      walked = harness.snapshot(1, 1);
    }
    try (EventTimeHarness restored = new EventTimeHarness(true)) {
      restored.initializeState(walked);
      restored.open();
      restored.read(START + 5_000, START + 60_000);
      late = restored.snapshot(2, 2);
    }
    try (EventTimeHarness restored = new EventTimeHarness(true)) {
      restored.initializeState(late);
      restored.open();
      restored.waitFor(61);
      assertThat(restored.watermark()).isLessThan(START + 120_000 - 2 * DISORDER - 30_000);
    }
  }

  @Test
  void theWalkStopsWhereTheFeedIsFoundSilentAndSaysSo() throws Exception {
    try (EventTimeHarness harness = new EventTimeHarness(true, WATCHED)) {
      harness.open();
      harness.read(START, START, START);
      harness.waitFor(4_000);
      assertThat(harness.watermark()).isEqualTo(START + YOUNG_HABIT);
      assertThat(harness.alerts())
          .extracting(Alert::signal, Alert::changedAt)
          .containsExactly(org.assertj.core.groups.Tuple.tuple("feed-silent", START + YOUNG_HABIT));
    }
  }

  @Test
  void whatALiveRunTellsOfAGapAReplayTellsToo() throws Exception {
    assertThat(toldOfAGap(true)).isEqualTo(toldOfAGap(false)).hasSize(3);
    assertThat(toldOfAGap(false))
        .extracting(line -> line.alert().status(), line -> line.alert().severity())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(AlertStatus.FIRING, Severity.WARNING),
            org.assertj.core.groups.Tuple.tuple(AlertStatus.FIRING, Severity.CRITICAL),
            org.assertj.core.groups.Tuple.tuple(AlertStatus.RESOLVED, Severity.CRITICAL));
  }

  private static List<SlottedAlert> toldOfAGap(boolean follows) throws Exception {
    try (EventTimeHarness harness = new EventTimeHarness(follows, WATCHED)) {
      harness.open();
      harness.read(START, START, START);
      harness.waitFor(8 * 3_600);
      long later = START + 8 * HOUR;
      harness.read(later, later, later);
      assertThat(harness.watermark()).isEqualTo(later - DISORDER - 1);
      return harness.slotted();
    }
  }

  @Test
  void linesAboutTheFeedLeaveWithAWatermarkOfTheirMoment() throws Exception {
    try (EventTimeHarness harness = new EventTimeHarness(true)) {
      harness.open();
      harness.reject(20);
      assertThat(harness.slotted()).hasSize(1);
      assertThat(harness.watermark()).isEqualTo(harness.slotted().get(0).slot());
      assertThat(harness.alerts().get(0).startsAt()).isZero();
    }
  }
}
