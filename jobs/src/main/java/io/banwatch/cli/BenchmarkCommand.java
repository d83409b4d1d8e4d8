package io.banwatch.cli;

import io.banwatch.benchmark.Benchmark;
import io.banwatch.benchmark.ReceiveBenchmark;
import io.banwatch.benchmark.RecordSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code banwatch benchmark}. */
@Command(
    name = "benchmark",
    header = "Measures the detect job on this machine.",
    description = {
      "Writes simulated logs, once, and replays them several times with every signal on. In each"
          + " round, threads that only tokenise the same bytes say how fast a job could be that"
          + " does nothing. With --state it also measures how much is remembered of a key. Close"
          + " other programs: they share the processors.",
    },
    footer = {
      "",
      "Examples:",
      "  banwatch benchmark                            1,000,000 slim records, about a minute",
      "  banwatch benchmark --size full --rounds 5     records of 5 KB: 5 GB in the directory",
      "  banwatch benchmark --rounds 0 --state         state alone",
      "  banwatch benchmark --receive --size both      what a receiver accepts durably, alone",
    },
    exitCodeList = {
      "0:done",
      "1:failed while working",
      "2:an option or --dir cannot be used; nothing was started",
      "130:interrupted"
    })
final class BenchmarkCommand implements Callable<Integer> {
  private static final long MOST_RECORDS = 100_000_000;
  private static final int MOST_KEYS = 1_000_000;
  private static final int MOST_ROUNDS = 100;
  private static final int MOST_SECONDS = 3_600;
  private static final int MOST_RECORDS_A_KEY = 10_000;
  private static final List<Integer> STATE_KEYS = List.of(1_000, 100_000);

  /** What {@code --size} takes. */
  enum Size {
    SLIM,
    FULL,
    BOTH;

    private List<RecordSize> each() {
      return switch (this) {
        case SLIM -> List.of(RecordSize.SLIM);
        case FULL -> List.of(RecordSize.FULL);
        case BOTH -> List.of(RecordSize.SLIM, RecordSize.FULL);
      };
    }
  }

  private final Terminal terminal;

  @Option(
      names = "--records",
      paramLabel = "N",
      description = "How many records. Default: 1000000.")
  private long records = 1_000_000;

  @Option(names = "--keys", paramLabel = "N", description = "Of how many keys. Default: 2000.")
  private int keys = 2_000;

  @Option(
      names = "--size",
      paramLabel = "slim|full|both",
      description = "Records under 1 KB, of about 5 KB, or first these, then those. Default: slim.")
  private Size size = Size.SLIM;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How often; the first round is cold, 0 measures no speed. Default: 4.")
  private int rounds = 4;

  @Option(
      names = "--metric-log",
      description = "Each round also runs the job with the metric log: what that costs.")
  private boolean metricLog;

  @Option(names = "--state", description = "Measure state too: logs of 1,000 and of 100,000 keys.")
  private boolean state;

  @Option(
      names = "--receive",
      description = "Measure instead what a receiver accepts from one and from eight clients.")
  private boolean receive;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "How long each measurement of a receiver takes. Default: 10.")
  private int seconds = 10;

  @Option(
      names = "--state-records",
      paramLabel = "N",
      description = "Records a key when state is measured. Default: 50; 5 GB for 100,000 keys.")
  private int recordsAKey = 50;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description =
          "Where the logs are kept. Default: banwatch-benchmark in the system's"
              + " directory for temporary files.")
  private Path directory = Path.of(System.getProperty("java.io.tmpdir"), "banwatch-benchmark");

  BenchmarkCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    check();
    Benchmark benchmark =
        new Benchmark(
            directory,
            PolicyOption.read(null),
            Runtime.getRuntime().availableProcessors(),
            terminal::print,
            terminal::message);
    try {
      if (receive) {
        measureReceiver();
      } else {
        measure(benchmark);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandException.failed("interrupted", e);
    } catch (Exception e) {
      throw CommandException.failed(Failure.of(e), e);
    }
    terminal.message("the logs stay in " + directory + " for the next time; remove it when done");
    return ExitCode.DONE;
  }

  private void measureReceiver() throws Exception {
    ReceiveBenchmark benchmark =
        new ReceiveBenchmark(directory, seconds, terminal::print, terminal::message);
    for (RecordSize each : size.each()) {
      benchmark.measure(each);
    }
  }

  private void measure(Benchmark benchmark) throws Exception {
    benchmark.explain();
    if (rounds > 0) {
      for (RecordSize each : size.each()) {
        benchmark.measureSpeed(each, records, keys, rounds, metricLog);
      }
    }
    if (state) {
      terminal.print("");
      for (int stateKeys : STATE_KEYS) {
        benchmark.measureState(stateKeys, recordsAKey);
      }
    }
  }

  private void check() {
    List<String> problems = new ArrayList<>();
    within("--records", records, 1, MOST_RECORDS, problems);
    within("--keys", keys, 1, MOST_KEYS, problems);
    within("--rounds", rounds, 0, MOST_ROUNDS, problems);
    within("--seconds", seconds, 1, MOST_SECONDS, problems);
    within("--state-records", recordsAKey, 1, MOST_RECORDS_A_KEY, problems);
    if (problems.isEmpty()) {
      try {
        Files.createDirectories(directory);
      } catch (IOException e) {
        problems.add("cannot create " + directory + "; name another directory with --dir");
      }
    }
    if (!problems.isEmpty()) {
      throw CommandException.wrongUsage(problems);
    }
  }

  private static void within(
      String option, long value, long least, long most, List<String> problems) {
    if (value < least || value > most) {
      problems.add(
          String.format(
              Locale.ROOT, "%s is %,d; give a number from %,d to %,d", option, value, least, most));
    }
  }
}
