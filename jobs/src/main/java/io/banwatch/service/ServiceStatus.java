package io.banwatch.service;

/**
 * How a service stands at one moment.
 *
 * @param running whether the job runs, and neither starts again nor has ended
 * @param ended whether it has ended for good
 * @param failure why it last failed, in one line; null when it never did
 * @param restarts how often the job began again since the start
 * @param checkpointMillis when a checkpoint was last completed, epoch milliseconds; 0 for never
 * @param checkpointBytes how large that was
 * @param failedCheckpoints how many failed since the last that was completed
 * @param startedMillis when the service was started, epoch milliseconds
 */
public record ServiceStatus(
    boolean running,
    boolean ended,
    String failure,
    long restarts,
    long checkpointMillis,
    long checkpointBytes,
    long failedCheckpoints,
    long startedMillis) {
  /** Of a job that does not answer. */
  static ServiceStatus unknown(String why, long startedMillis) {
    return new ServiceStatus(false, false, why, 0, 0, 0, 0, startedMillis);
  }
}
