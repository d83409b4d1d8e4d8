package io.banwatch.cli;

import io.banwatch.service.ServiceException;
import io.banwatch.service.StoreService;
import io.banwatch.service.StoreStatus;
import io.banwatch.store.InfluxAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code banwatch store}. */
@Command(
    name = "store",
    // Required options of a command would be asked of its subcommands as well.
    customSynopsis = {
      "banwatch store --from=DIR --influx=URL",
      "       banwatch store setup --influx=URL [--fill]",
      ""
    },
    header = "Stores the metric log and the alert log in InfluxDB, for dashboards.",
    description = {
      "Follows what banwatch run --metric-log writes to DIR, in a process of its own, and goes on"
          + " where it stopped. banwatch run --influx does the same in one process.",
    },
    footer = {
      "",
      "Examples:",
      "  banwatch store setup --influx http://localhost:8086/banwatch",
      "  banwatch store --from state --influx http://localhost:8086/banwatch",
    },
    exitCodeList = {
      "1:failed while working",
      "2:the directory or --influx cannot be used; nothing was started",
      "130:interrupted (143: ended by SIGTERM); state kept"
    })
final class StoreCommand implements Callable<Integer> {
  private static final Duration CHECKPOINTS = Duration.ofSeconds(10);
  private static final long LOOK_MILLIS = 1_000;

  private final Terminal terminal;
  private final Map<String, String> environment;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description = "Required. What is given to banwatch run as --out.")
  private Path directory;

  @Option(names = "--influx", paramLabel = "URL", description = "Required. " + InfluxOptions.URL)
  private String url;

  StoreCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    List<String> problems = new ArrayList<>();
    InfluxAddress address = null;
    if (url == null) {
      problems.add("--influx is missing; give http://HOST:PORT/DATABASE_OR_BUCKET");
    } else {
      address = InfluxOptions.parse(url, environment, problems);
    }
    if (directory == null) {
      problems.add("--from is missing; give the directory that banwatch run --out writes to");
    } else if (!Files.isDirectory(directory)) {
      problems.add("--from " + directory + ": there is no such directory; what wrote the logs?");
    }
    if (!problems.isEmpty()) {
      throw CommandException.wrongUsage(problems);
    }
    StoreWatch watch = new StoreWatch(terminal, Clock.systemUTC(), directory, "");
    MetricLogWait logs = new MetricLogWait(terminal, directory);
    watch.ask(address, environment);
    try (StoreService service =
        StoreService.alone(directory, address, CHECKPOINTS, terminal::message)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(service), "service end"));
      terminal.message("following the logs in " + directory + "; points go to " + address);
      watch(service, watch, logs);
      return ExitCode.DONE;
    } catch (ServiceException e) {
      throw CommandException.wrongUsage(e.getMessage());
    }
  }

  private void watch(StoreService service, StoreWatch watch, MetricLogWait logs) {
    try {
      while (!ended.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        StoreStatus status = service.status();
        watch.problem(status);
        logs.look(status);
        terminal.progress(watch.part(status));
        if (status.job().ended()) {
          throw CommandException.failed(
              "the job has ended for good: " + status.job().failure(), null);
        }
      }
      finished.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs while the Java machine ends, which waits for it. */
  private void end(StoreService service) {
    ended.countDown();
    terminal.message("ending; keeping the state...");
    service.stop();
    terminal.message("state kept in " + directory + "; the same command goes on from here");
    finished.countDown();
  }
}
