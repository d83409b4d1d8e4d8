package io.banwatch.cli;

import io.banwatch.flow.FollowSettings;
import io.banwatch.policy.Policy;
import io.banwatch.receive.ReceiverSettings;
import io.banwatch.service.NotifyDirectory;
import io.banwatch.service.ServiceDirectory;
import io.banwatch.service.ServiceException;
import io.banwatch.service.ServiceSettings;
import io.banwatch.store.InfluxAddress;
import io.banwatch.tell.Notices;
import io.banwatch.tell.NotifySettings;
import io.banwatch.tell.StartAt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
          + " grows and rotates; with --listen, what a gateway posts. Appends to alerts.jsonl and"
          + " rejected.jsonl in DIR and keeps its state there, so that it goes on where it stopped,"
          + " however that happened. One process at a time owns DIR.",
    },
    footer = {
      "",
      "Examples:",
      "  banwatch run --from /var/log/gateway --out /var/lib/banwatch",
      "  banwatch run --listen 127.0.0.1:8080 --from usage-log --out state",
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
  private final Terminal terminal;
  private final Map<String, String> environment;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "LOG",
      description =
          "A directory, a glob or a file that the gateway writes to. May be repeated. With --listen"
              + " one directory, which is created.")
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
          "An older log, to learn what is usual from before anything is told; files that are"
              + " followed too go on where it ended. Used at the first start only. May be"
              + " repeated.")
  private List<String> history = List.of();

  @Mixin private InfluxOptions influx = new InfluxOptions();
  @Mixin private TellingOptions telling = new TellingOptions();
  @Mixin private ListeningOptions listening = new ListeningOptions();
  @Mixin private JudgingOptions judging = new JudgingOptions();

  RunCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    List<String> problems = new ArrayList<>();
    Policy policy = judging.checked(problems);
    ReceiverSettings receiver = policy == null ? null : receiver(policy, problems);
    ServiceSettings settings = settings(policy, problems);
    if (!problems.isEmpty()) {
      throw CommandException.wrongUsage(problems);
    }
    try (ServiceDirectory directory = ServiceDirectory.own(out);
        NotifyDirectory owned = settings.telling() == null ? null : NotifyDirectory.own(out)) {
      if (owned != null) {
        terminal.message(telling.words(policy));
      } else if (NotifyDirectory.isLeft(out)) {
        terminal.message(
            "alerts of this directory were told before, and now the policy names no receivers: what"
                + " waits for them stays in "
                + out
                + ". Name them again, or let `banwatch notify run` tell");
      }
      new ServiceRun(terminal, listening, environment).run(settings, receiver, directory);
      return ExitCode.DONE;
    } catch (ServiceException e) {
      throw CommandException.wrongUsage(e.getMessage());
    } catch (IOException e) {
      throw CommandException.failed(e.getMessage(), e);
    }
  }

  private ReceiverSettings receiver(Policy policy, List<String> problems) {
    if (!listening.given()) {
      if (listening.tlsGiven()) {
        problems.add("--tls-certificate and --tls-key are for --listen; say where to listen");
      }
      return null;
    }
    if (logs.size() != 1) {
      problems.add("--listen writes to one log; give --from once, with a directory");
      return null;
    }
    Path log = Path.of(logs.get(0));
    if (Files.exists(log) && !Files.isDirectory(log)) {
      problems.add("--listen writes to a directory, and --from " + log + " is a file");
      return null;
    }
    try {
      Files.createDirectories(log);
    } catch (IOException e) {
      problems.add("--from " + log + " cannot be created; name a directory to write to");
      return null;
    }
    return listening.settings(log, policy, judging.format(), environment, problems);
  }

  /** Looks at everything else, so that one run names everything that is wrong. */
  private ServiceSettings settings(Policy policy, List<String> problems) {
    problems.addAll(LogPaths.problems(history, out));
    problems.addAll(FollowedLogs.problems(logs, out));
    InfluxAddress storing = influx.address(environment, problems);
    problems.addAll(telling.problems(policy == null ? null : policy, environment));
    if (!problems.isEmpty()) {
      return null;
    }
    FollowSettings follow =
        new FollowSettings(
            List.copyOf(logs),
            List.copyOf(history),
            out,
            policy,
            judging.geo(),
            // What was received stands in Banwatch's own form, whatever it was.
            listening.given() ? null : judging.format(),
            judging.readers(),
            judging.metricLog() || storing != null);
    return new ServiceSettings(
        follow,
        policy.hash(),
        Duration.ofSeconds(telling.checkpointSeconds()),
        notifySettings(policy),
        storing);
  }

  private NotifySettings notifySettings(Policy policy) {
    if (telling.isNobody(policy)) {
      return null;
    }
    String notices = Notices.register(terminal::message);
    return telling.settings(out, policy, StartAt.OPEN_EPISODES, notices);
  }
}
