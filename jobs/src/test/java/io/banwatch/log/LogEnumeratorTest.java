package io.banwatch.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.mocks.MockSplitEnumeratorContext;
import org.apache.flink.util.FlinkRuntimeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogEnumeratorTest {
  private static final LogFile A = new LogFile("a", false, 0, 10, 100);
  private static final LogFile B = new LogFile("b", false, 1, 5, 200);
  private static final LogEnumeratorState NEW = new LogEnumeratorState(false, List.of());

  private final MockSplitEnumeratorContext<LogSplit> context = new MockSplitEnumeratorContext<>(2);
  private final ReadProgress progress = new ReadProgress();

  /** A log of two files. */
  private record TwoFiles(boolean isBounded) implements LogDiscovery {
    @Override
    public List<LogFile> discover() {
      return List.of(A, B);
    }
  }

  @AfterEach
  void closeTheContext() throws Exception {
    context.close();
  }

  @Test
  void theFirstReaderIsGivenAllFilesAtOnceAndOthersNone() throws Throwable {
    LogEnumerator enumerator = enumerator(true, NEW);
    enumerator.start();
    register(enumerator, 0);
    register(enumerator, 1);
    assertThat(context.getSplitsAssignmentSequence()).isEmpty();
    context.runNextOneTimeCallable();
    assertThat(assigned()).containsExactly(Map.of(0, splits()));
    assertThat(context.hasNoMoreSplits(0)).isTrue();
    assertThat(context.hasNoMoreSplits(1)).isTrue();
    assertThat(progress.files()).isEqualTo(2);
    assertThat(progress.totalBytes()).isEqualTo(300);
    assertThat(enumerator.snapshotState(1)).isEqualTo(new LogEnumeratorState(true, List.of()));
  }

  @Test
  void aReaderThatComesLaterIsGivenThemThen() throws Throwable {
    LogEnumerator enumerator = enumerator(true, NEW);
    enumerator.start();
    context.runNextOneTimeCallable();
    assertThat(enumerator.snapshotState(1)).isEqualTo(new LogEnumeratorState(true, splits()));
    register(enumerator, 0);
    assertThat(assigned()).containsExactly(Map.of(0, splits()));
  }

  @Test
  void filesOfAReaderThatFailedAreGivenAgain() throws Throwable {
    LogEnumerator enumerator = enumerator(true, NEW);
    enumerator.start();
    register(enumerator, 0);
    context.runNextOneTimeCallable();
    context.unregisterReader(0);
    enumerator.addSplitsBack(splits(), 0);
    register(enumerator, 0);
    assertThat(assigned()).containsExactly(Map.of(0, splits()), Map.of(0, splits()));
  }

  @Test
  void whatWasFoundBeforeIsNotLookedForAgain() {
    LogEnumerator enumerator = enumerator(true, new LogEnumeratorState(true, splits()));
    enumerator.start();
    assertThat(context.getOneTimeCallables()).isEmpty();
    register(enumerator, 0);
    assertThat(assigned()).containsExactly(Map.of(0, splits()));
  }

  @Test
  void aLogThatDoesNotEndLeavesItsReadersWaiting() throws Throwable {
    LogEnumerator enumerator = enumerator(false, NEW);
    enumerator.start();
    register(enumerator, 0);
    context.runNextOneTimeCallable();
    assertThat(assigned())
        .containsExactly(Map.of(0, List.of(splits().get(0), LogSplit.following())));
    assertThat(context.hasNoMoreSplits(0)).isFalse();
  }

  @Test
  void aLogThatIsGoneFailsTheJob() {
    LogDiscovery gone =
        new FileDiscovery(
            List.of("no/such/log"),
            LogSettings.defaults(),
            LineDecoder::new,
            StandardInput.ofProcess());
    LogEnumerator enumerator = new LogEnumerator(context, gone, progress, NEW);
    enumerator.start();
    assertThatThrownBy(context::runNextOneTimeCallable)
        .isInstanceOf(FlinkRuntimeException.class)
        .hasCauseInstanceOf(UsageLogException.class);
  }

  private LogEnumerator enumerator(boolean bounded, LogEnumeratorState state) {
    return new LogEnumerator(context, new TwoFiles(bounded), progress, state);
  }

  private void register(LogEnumerator enumerator, int subtask) {
    context.registerReader(new ReaderInfo(subtask, "here"));
    enumerator.addReader(subtask);
  }

  private static List<LogSplit> splits() {
    return List.of(LogSplit.ofWhole(List.of(A, B)));
  }

  private List<Map<Integer, List<LogSplit>>> assigned() {
    return context.getSplitsAssignmentSequence().stream().map(each -> each.assignment()).toList();
  }
}
