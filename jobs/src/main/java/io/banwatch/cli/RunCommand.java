package io.banwatch.cli;

import io.banwatch.flow.FollowSettings;
import io.banwatch.service.ServiceDirectory;
import io.banwatch.service.ServiceException;
import io.banwatch.service.ServiceSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code banwatch run}. */
@Command(
    name = "run",
    header = "Follows a gateway's log for ever and tells what is alarming.",
    description = {
      "Reads what stands in the log, then what is written to it: a directory, a glob or a file that"
          + " grows and rotates. Appends to alerts.jsonl and rejected.jsonl in DIR and keeps its"
          + " state there, so that it goes on where it stopped, however that happened. One process"
          + " at a time owns DIR.",
    },
    footer = {
      "",
      "Examples:",
      "  banwatch run --from /var/log/gateway --out /var/lib/banwatch",
      "  banwatch run --from '/var/log/nginx/llm.log*' --format nginx --out state",
      "",
      "Interrupt it (Ctrl-C) or end it (SIGTERM) as you like; the same command goes on.",
    },
    exitCodeList = {
      "1:failed while working",
      "2:the log, the policy, the geo database or --out cannot be used; nothing was started",
      "130:interrupted (143: ended by SIGTERM); state kept"
    })
final class RunCommand implements Callable<Integer> {
  private static final int MOST_INTERVAL = 600;

  private final Terminal terminal;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "LOG",
      description = "A directory, a glob or a file that the gateway writes to. May be repeated.")
  private List<String> logs;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where alerts and state are kept.")
  private Path out;

  @Option(
      names = "--learn-from",
      paramLabel = "LOG",
      description =
          "An older log, to learn what is usual from before anything is told. Used at the first"
              + " start only. May be repeated.")
  private List<String> history = List.of();

  @Option(
      names = "--checkpoint-seconds",
      paramLabel = "N",
      description = "How often state is saved, 1 to 600. Default: 10.")
  private int checkpointSeconds = 10;

  @Mixin private JudgingOptions judging = new JudgingOptions();

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ServiceSettings settings = checked();
    try (ServiceDirectory directory = ServiceDirectory.own(out)) {
      new ServiceRun(terminal).run(settings, directory);
      return ExitCode.DONE;
    } catch (ServiceException e) {
      throw CommandException.wrongUsage(e.getMessage());
    } catch (IOException e) {
      throw CommandException.failed("cannot let go of " + out + ": " + e.getMessage(), e);
    }
  }

  /** Looks at everything, so that one run names everything that is wrong. */
  private ServiceSettings checked() {
    List<String> problems = new ArrayList<>(LogPaths.problems(history, out));
    problems.addAll(FollowedLogs.problems(logs, out));
    if (checkpointSeconds < 1 || checkpointSeconds > MOST_INTERVAL) {
      problems.add(
          "--checkpoint-seconds is "
              + checkpointSeconds
              + "; give a number from 1 to "
              + MOST_INTERVAL);
    }
    PolicyText policy = judging.checked(problems);
    if (!problems.isEmpty()) {
      throw CommandException.wrongUsage(problems);
    }
    FollowSettings follow =
        new FollowSettings(
            List.copyOf(logs),
            List.copyOf(history),
            out,
            policy.yaml(),
            judging.geo(),
            judging.format(),
            judging.readers());
    return new ServiceSettings(
        follow, policy.policy().hash(), Duration.ofSeconds(checkpointSeconds));
  }
}
