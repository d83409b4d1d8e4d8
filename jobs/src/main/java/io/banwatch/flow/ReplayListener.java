package io.banwatch.flow;

import io.banwatch.alert.Alert;

/** Hears of a replay while it works. Called from the job's threads, one call at a time. */
public interface ReplayListener {
  /** One change of an alert, in the order of {@code alerts.jsonl}. */
  void alert(Alert line);

  /**
   * How far the replay is; a few times a second.
   *
   * @param bytesRead of the files as they lie on disk, compressed or not
   * @param bytesTotal of all files; 0 when unknown, as for standard input
   * @param records records so far, whatever became of them; 0 when unknown
   */
  void progress(long bytesRead, long bytesTotal, long records);
}
