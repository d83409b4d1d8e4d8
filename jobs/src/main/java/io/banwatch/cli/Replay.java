package io.banwatch.cli;

import io.banwatch.flow.ReplayListener;
import io.banwatch.flow.ReplaySettings;
import io.banwatch.flow.ReplaySummary;

/** Runs the detect job over a bounded log. */
interface Replay {
  /**
   * Returns when the log is read and every file but the summary is written.
   *
   * @throws Exception when the job fails; its message says where
   */
  ReplaySummary run(ReplaySettings settings, ReplayListener listener) throws Exception;
}
