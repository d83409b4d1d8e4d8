package io.banwatch.benchmark;

import io.banwatch.alert.Alert;
import io.banwatch.flow.ReplayJob;
import io.banwatch.flow.ReplayListener;
import io.banwatch.flow.ReplaySettings;
import io.banwatch.flow.ReplaySummary;
import io.banwatch.policy.Policy;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The whole detect job over a log, as {@code replay} runs it, into a directory that is removed. */
final class DetectRun {
  private static final ReplayListener NOBODY =
      new ReplayListener() {
        @Override
        public void alert(Alert line) {
          // The file is what is measured.
        }

        @Override
        public void progress(long bytesRead, long bytesTotal, long records) {
          // Nobody looks on.
        }
      };

  private final Path directory;
  private final Policy policy;
  private final int threads;
  private final boolean metricLog;

  /**
   * @param directory where to put what is removed again
   * @param policy what is judged, and by what
   * @param threads how many decode, and how many subtasks judge
   * @param metricLog whether the metric log is written as well
   */
  DetectRun(Path directory, Policy policy, int threads, boolean metricLog) {
    this.directory = directory;
    this.policy = policy;
    this.threads = threads;
    this.metricLog = metricLog;
  }

  /** Runs it. */
  Cost.Of<ReplaySummary> over(Path log) throws Exception {
    Path out = Files.createTempDirectory(directory, "out-");
    try {
      ReplaySettings settings =
          new ReplaySettings(List.of(log.toString()), out, policy, null, null, threads, metricLog);
      return Cost.of(() -> ReplayJob.run(settings, NOBODY));
    } finally {
      remove(out);
    }
  }

  /** The same over the log's first record alone: what a run costs that has nothing to do. */
  Cost startUp(Path log) throws Exception {
    Path one = Files.createTempFile(directory, "one-", ".jsonl");
    try (BufferedReader lines = Files.newBufferedReader(log)) {
      Files.writeString(one, lines.readLine() + "\n");
      return over(one).cost();
    } finally {
      Files.delete(one);
    }
  }

  private static void remove(Path out) throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(out);
  }
}
