package io.banwatch.cli;

import io.banwatch.flow.ReplaySettings;
import io.banwatch.flow.ReplaySummary;
import io.banwatch.policy.Policy;
import io.banwatch.store.InfluxAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code banwatch replay}. */
@Command(
    name = "replay",
    header = "Runs the detect job over a bounded log, as fast as it can.",
    description = {
      "Prints each alert as one line, then a summary, to standard output; progress goes to standard"
          + " error. Writes alerts.jsonl, rejected.jsonl and summary.json into DIR and replaces"
          + " those of an earlier replay. The log is only read.",
    },
    footer = {
      "",
      "Examples:",
      "  banwatch replay --out out litellm.jsonl",
      "  banwatch replay --out out --policy policy.yaml archive/ today.jsonl.gz",
      "  zcat *.gz | banwatch replay --out out -",
      "  banwatch replay --out out --influx http://localhost:8086/banwatch usage.jsonl",
      "",
      "One ordered log gives the same alerts.jsonl on every run: to see what another",
      "threshold would have done, replay with it into a second directory and compare.",
    },
    exitCodeList = {
      "0:done, with or without alerts",
      "1:failed while working",
      "2:a log, the policy, the geo database, --out or --influx cannot be used; nothing was"
          + " started",
      "130:interrupted"
    })
final class ReplayCommand implements Callable<Integer> {
  private final Replay replay;
  private final Terminal terminal;
  private final Map<String, String> environment;

  @Parameters(
      arity = "1..*",
      paramLabel = "LOG",
      description =
          "A file of JSON values, gzipped or not, a directory of such files, or - for standard"
              + " input.")
  private List<String> logs;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write.")
  private Path out;

  @Mixin private InfluxOptions influx = new InfluxOptions();
  @Mixin private JudgingOptions judging = new JudgingOptions();

  ReplayCommand(Replay replay, Terminal terminal, Map<String, String> environment) {
    this.replay = replay;
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    List<String> problems = new ArrayList<>();
    InfluxAddress storing = influx.address(environment, problems);
    ReplaySettings settings = checked(storing != null, problems);
    ReplayFiles files = new ReplayFiles(out);
    if (!files.present().isEmpty()) {
      terminal.message("replacing the results of an earlier replay in " + out);
    }
    LogNotes.of(logs).forEach(terminal::message);
    AlertText line = new AlertText(terminal);
    ReplaySummary summary =
        new ReplayRun(replay, terminal)
            .run(settings, alert -> line.of(alert).forEach(terminal::print));
    terminal.print("");
    SummaryText.of(summary).forEach(terminal::print);
    terminal.message(
        "wrote "
            + files.alerts()
            + ", "
            + files.rejected()
            + (settings.metricLog() ? ", " + files.metrics() : "")
            + ", "
            + files.summary());
    if (storing != null) {
      new StoringRun(terminal, Clock.systemUTC(), out, storing).run();
    }
    return ExitCode.DONE;
  }

  /** Looks at everything, so that one run names everything that is wrong. */
  private ReplaySettings checked(boolean stored, List<String> problems) {
    problems.addAll(LogPaths.problems(logs, out));
    Policy policy = judging.checked(problems);
    if (problems.isEmpty()) {
      problems.addAll(new ReplayFiles(out).problems());
      influx.trial(environment, problems);
    }
    if (!problems.isEmpty()) {
      throw CommandException.wrongUsage(problems);
    }
    return new ReplaySettings(
        List.copyOf(logs),
        out,
        policy,
        judging.geo(),
        judging.format(),
        judging.readers(),
        judging.metricLog() || stored);
  }
}
