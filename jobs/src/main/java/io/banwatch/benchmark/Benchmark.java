package io.banwatch.benchmark;

import io.banwatch.flow.ReplaySummary;
import io.banwatch.policy.Policy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Measures the detect job with every signal on. Timings differ between machines and between runs:
 * only the two halves of one round may be compared.
 */
public final class Benchmark {
  private final Path directory;
  private final int threads;
  private final Consumer<String> lines;
  private final Consumer<String> messages;
  private final DetectRun job;
  private final DetectRun measuring;

  /**
   * @param directory where logs are kept; exists and can be written
   * @param policy what is judged, and by what
   * @param threads how many threads tokenise, decode and judge
   * @param lines receives the report
   * @param messages is told what is going on
   */
  public Benchmark(
      Path directory,
      Policy policy,
      int threads,
      Consumer<String> lines,
      Consumer<String> messages) {
    this.directory = directory;
    this.threads = threads;
    this.lines = lines;
    this.messages = messages;
    job = new DetectRun(directory, policy, threads, false);
    measuring = new DetectRun(directory, policy, threads, true);
  }

  /** Says what the figures mean. */
  public void explain() {
    Runtime machine = Runtime.getRuntime();
    lines.accept(
        String.format(
            Locale.ROOT,
            "Java %s, %d processors, heap up to %,d MB; %d threads",
            Runtime.version().feature(),
            machine.availableProcessors(),
            machine.maxMemory() >> 20,
            threads));
    lines.accept(
        """
        tokenising: threads that read the file in blocks of 1 MB of whole lines and call Jackson's
          nextToken() until the end; they decode no text or number and keep nothing
        the detect job: what `replay` does, from the file to alerts.jsonl, every signal on; records/s,
          MB/s and CPU s are without its start-up
        start s: what the job takes over one record: Flink's local cluster, policy, geo database
        with start: records/s with the start-up in it
        rate, CPU: the job's speed as a share of tokenising in the same round, by wall time and by
          processor time; on a busy machine trust the second
        round 1 is cold: nothing is compiled yet\
        """);
  }

  /**
   * Measures speed.
   *
   * @param rounds how many, at least 1
   * @param metricLog whether each round also runs the job with the metric log
   */
  public void measureSpeed(RecordSize size, long records, int keys, int rounds, boolean metricLog)
      throws Exception {
    BenchmarkLog log = BenchmarkLog.in(directory, size, records, keys, messages);
    lines.accept("");
    lines.accept(
        String.format(
            Locale.ROOT,
            "%s: %,d records of %,d keys, %,.0f MB, %,d bytes a record",
            size.word(),
            log.records(),
            keys,
            log.bytes() / 1e6,
            log.bytes() / log.records()));
    lines.accept(Round.HEAD);
    List<Round> measured = new ArrayList<>();
    for (int number = 1; number <= rounds; number++) {
      Round round = round(number, log);
      measured.add(round);
      lines.accept(round.line());
      if (metricLog) {
        lines.accept(round.besides(measuring.over(log.file()).cost()));
      }
    }
    Round last = measured.get(measured.size() - 1);
    lines.accept(conclusion(measured, last.summary()));
  }

  private Round round(int number, BenchmarkLog log) throws Exception {
    Cost tokenising = Cost.of(() -> Tokenising.of(log.file(), threads)).cost();
    Cost.Of<ReplaySummary> detected = job.over(log.file());
    if (detected.result().lines() != log.records()) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s holds %,d records instead of %,d; remove it, and it is written anew",
              log.file(),
              detected.result().lines(),
              log.records()));
    }
    Cost startUp = job.startUp(log.file());
    return new Round(number, log, tokenising, detected.cost(), startUp, detected.result());
  }

  private static String conclusion(List<Round> measured, ReplaySummary summary) {
    List<Round> warm = measured.size() == 1 ? measured : measured.subList(1, measured.size());
    return String.format(
        Locale.ROOT,
        "median of %s: %.2f of tokenising by wall time, %.2f by processor time; %,d accepted,"
            + " %,d keys, alerts %s",
        measured.size() == 1 ? "the cold round" : "the warm rounds",
        median(warm.stream().map(Round::ratio).toList()),
        median(warm.stream().map(Round::cpuRatio).toList()),
        summary.accepted(),
        summary.keys(),
        summary.signals());
  }

  /** The middle value; of an even number the mean of the two in the middle. */
  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted(Comparator.naturalOrder()).toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  /**
   * Measures how many bytes of checkpointed state a key has once the log has ended.
   *
   * @param recordsAKey how many requests each key has made by then, in the mean
   */
  public void measureState(int keys, int recordsAKey) throws Exception {
    long records = (long) keys * recordsAKey;
    BenchmarkLog log = BenchmarkLog.in(directory, RecordSize.SLIM, records, keys, messages);
    ReplaySummary summary = job.over(log.file()).result();
    lines.accept(
        String.format(
            Locale.ROOT,
            "%,d keys, %,d records a key, from %s until %s: %,d bytes of state a key",
            summary.keys(),
            summary.accepted() / Math.max(1, summary.keys()),
            summary.firstEvent(),
            summary.lastEvent(),
            summary.stateBytesPerKey()));
  }
}
