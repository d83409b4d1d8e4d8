package io.banwatch.service;

import java.util.regex.Pattern;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.flink.runtime.checkpoint.CompletedCheckpointStats;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.executiongraph.ErrorInfo;

/** Reads a service's status from Flink's view of its job. */
final class StatusReading {
  /** Flink puts the name of the class before the message of an exception that it passes on. */
  private static final Pattern CLASS_NAME =
      Pattern.compile("^(?:[\\w$]+\\.)+[\\w$]+(?:Exception|Error): (?=.)");

  private StatusReading() {}

  static ServiceStatus of(AccessExecutionGraph graph, long startedMillis) {
    CheckpointStatsSnapshot checkpoints = graph.getCheckpointStatsSnapshot();
    CompletedCheckpointStats last = lastCheckpoint(graph);
    long restarts = 0;
    for (AccessExecutionVertex vertex : graph.getAllExecutionVertices()) {
      restarts = Math.max(restarts, vertex.getCurrentExecutionAttempt().getAttemptNumber());
    }
    return new ServiceStatus(
        isRunning(graph),
        graph.getState().isGloballyTerminalState(),
        failure(graph.getFailureInfo()),
        restarts,
        last == null ? 0 : last.getLatestAckTimestamp(),
        last == null ? 0 : last.getStateSize(),
        checkpoints == null ? 0 : checkpoints.getCounts().getNumberOfCompletedCheckpoints(),
        failedSince(checkpoints, last),
        startedMillis);
  }

  /** Whether the job runs, and each part of it has taken up its state. */
  static boolean isRunning(AccessExecutionGraph graph) {
    boolean allRun = graph.getState() == JobStatus.RUNNING;
    for (AccessExecutionVertex vertex : graph.getAllExecutionVertices()) {
      allRun &= vertex.getExecutionState() == ExecutionState.RUNNING;
    }
    return allRun;
  }

  /** The newest checkpoint that was completed, or null. */
  static CompletedCheckpointStats lastCheckpoint(AccessExecutionGraph graph) {
    CheckpointStatsSnapshot checkpoints = graph.getCheckpointStatsSnapshot();
    return checkpoints == null ? null : checkpoints.getHistory().getLatestCompletedCheckpoint();
  }

  private static long failedSince(CheckpointStatsSnapshot stats, CompletedCheckpointStats last) {
    if (stats == null || stats.getHistory().getLatestFailedCheckpoint() == null) {
      return 0;
    }
    long failed = stats.getHistory().getLatestFailedCheckpoint().getCheckpointId();
    return last == null ? failed : Math.max(0, failed - last.getCheckpointId());
  }

  /** Why it failed, in one line; null for null. */
  static String failure(ErrorInfo info) {
    if (info == null) {
      return null;
    }
    Throwable root = info.getException();
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String text = root.getMessage() == null ? root.toString() : root.getMessage();
    return words(text);
  }

  /** The first line of what an exception says, without the name of its class. */
  static String words(String text) {
    return CLASS_NAME.matcher(text.lines().findFirst().orElse(text)).replaceFirst("");
  }
}
