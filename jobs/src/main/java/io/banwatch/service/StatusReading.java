package io.banwatch.service;

import org.apache.flink.api.common.JobStatus;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.flink.runtime.checkpoint.CompletedCheckpointStats;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.executiongraph.ErrorInfo;

/** Reads a service's status from Flink's view of its job. */
final class StatusReading {
  private StatusReading() {}

  static ServiceStatus of(AccessExecutionGraph graph, long startedMillis) {
    CheckpointStatsSnapshot checkpoints = graph.getCheckpointStatsSnapshot();
    CompletedCheckpointStats last =
        checkpoints == null ? null : checkpoints.getHistory().getLatestCompletedCheckpoint();
    long restarts = 0;
    boolean allRun = graph.getState() == JobStatus.RUNNING;
    for (AccessExecutionVertex vertex : graph.getAllExecutionVertices()) {
      restarts = Math.max(restarts, vertex.getCurrentExecutionAttempt().getAttemptNumber());
      allRun &= vertex.getExecutionState() == ExecutionState.RUNNING;
    }
    return new ServiceStatus(
        allRun,
        graph.getState().isGloballyTerminalState(),
        failure(graph.getFailureInfo()),
        restarts,
        last == null ? 0 : last.getLatestAckTimestamp(),
        last == null ? 0 : last.getStateSize(),
        failedSince(checkpoints, last),
        startedMillis);
  }

  private static long failedSince(CheckpointStatsSnapshot stats, CompletedCheckpointStats last) {
    if (stats == null || stats.getHistory().getLatestFailedCheckpoint() == null) {
      return 0;
    }
    long failed = stats.getHistory().getLatestFailedCheckpoint().getCheckpointId();
    return last == null ? failed : Math.max(0, failed - last.getCheckpointId());
  }

  private static String failure(ErrorInfo info) {
    if (info == null) {
      return null;
    }
    Throwable root = info.getException();
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String text = root.getMessage() == null ? root.toString() : root.getMessage();
    return text.lines().findFirst().orElse(text);
  }
}
