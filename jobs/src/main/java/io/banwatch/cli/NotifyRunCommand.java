package io.banwatch.cli;

import io.banwatch.policy.Policy;
import io.banwatch.service.NotifyDirectory;
import io.banwatch.service.NotifyService;
import io.banwatch.service.ServiceException;
import io.banwatch.service.ServiceStatus;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code banwatch notify run}. */
@Command(
    name = "run",
    header = "Tells the alerts that another banwatch writes.",
    description = {
      "Follows alerts.jsonl in DIR for ever and tells the policy's receivers, as banwatch run does"
          + " when its policy names some: for a process of its own, with its own rights and"
          + " secrets. Keeps its state in DIR and goes on where telling stopped, whichever of the"
          + " two told; one process at a time tells.",
    },
    footer = {
      "",
      "Examples:",
      "  banwatch notify run --from /var/lib/banwatch --policy receivers.yaml",
      "  banwatch notify run --from out --webhook https://hooks.example.com/banwatch --from-now",
      "",
      "Interrupt it (Ctrl-C) or end it (SIGTERM) as you like; the same command goes on.",
    },
    exitCodeList = {
      "1:failed while working",
      "2:DIR or the policy cannot be used, nobody is to be told, or another banwatch tells already",
      "130:interrupted (143: ended by SIGTERM); state kept"
    })
final class NotifyRunCommand implements Callable<Integer> {
  private static final long LOOK_MILLIS = 1_000;

  private final Terminal terminal;
  private final Map<String, String> environment;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DIR",
      description = "The --out of banwatch run.")
  private Path from;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "The policy that names receivers, silences and links.")
  private Path policyFile;

  @Option(
      names = "--from-now",
      description =
          "At the first start, tell nothing that stands in the log already. Without it the newest"
              + " line of each open alert is told.")
  private boolean fromNow;

  @Mixin private TellingOptions telling = new TellingOptions();

  NotifyRunCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Policy policy = PolicyOption.read(policyFile);
    List<String> problems = new ArrayList<>(telling.problems(policy, environment));
    if (!Files.isDirectory(from)) {
      problems.add("--from " + from + " is no directory; name the --out of banwatch run");
    } else if (telling.isNobody(policy) && !NotifyDirectory.isKept(from)) {
      problems.add("nobody is to be told: name receivers in the policy, or give --webhook URL");
    }
    if (!problems.isEmpty()) {
      throw CommandException.wrongUsage(problems);
    }
    try (NotifyDirectory directory = NotifyDirectory.own(from)) {
      run(policy, directory);
      return ExitCode.DONE;
    } catch (ServiceException e) {
      throw CommandException.wrongUsage(e.getMessage());
    } catch (IOException e) {
      throw CommandException.failed(e.getMessage(), e);
    }
  }

  private void run(Policy policy, NotifyDirectory directory) throws ServiceException {
    if (fromNow && NotifyDirectory.isKept(from)) {
      terminal.message("--from-now is for the first start; telling goes on where it stopped");
    }
    NotifySettings settings =
        telling.settings(
            from,
            policy,
            fromNow ? StartAt.NOW : StartAt.OPEN_EPISODES,
            Notices.register(terminal::message));
    Duration interval = Duration.ofSeconds(telling.checkpointSeconds());
    NotifyService service = NotifyService.start(settings, directory, interval, terminal::message);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(service), "service end"));
    terminal.message(
        "following " + from.resolve(NotifySettings.ALERT_LOG) + "; " + telling.words(policy));
    watch(service);
  }

  private void watch(NotifyService service) {
    FailureNews news = new FailureNews(terminal, "telling");
    try {
      while (!ended.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        ServiceStatus now = service.status();
        news.tell(now);
        if (now.ended()) {
          throw CommandException.failed("telling has ended for good: " + now.failure(), null);
        }
      }
      finished.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs while the Java machine ends, which waits for it. */
  private void end(NotifyService service) {
    ended.countDown();
    terminal.message("ending; keeping the state...");
    terminal.message(
        service.stop()
            ? "state kept in " + from + "; the same command goes on from here"
            : "ended before the state of this moment was saved in "
                + from
                + "; what was told since the last checkpoint is told again under the same ids");
    finished.countDown();
  }
}
