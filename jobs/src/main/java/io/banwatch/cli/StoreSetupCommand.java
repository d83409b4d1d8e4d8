package io.banwatch.cli;

import io.banwatch.store.InfluxAddress;
import io.banwatch.store.InfluxSetup;
import io.banwatch.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code banwatch store setup}. */
@Command(
    name = "setup",
    header = "Makes database, retention and downsampling in InfluxDB.",
    description = {
      "Points of ten seconds are kept for 14 days; of five minutes, and alerts, for 400 days. What"
          + " is there already is left or brought into line; it may be run again at any time. The"
          + " token must be allowed to do this; a smaller one is enough afterwards.",
    },
    footer = {
      "",
      "Examples:",
      "  banwatch store setup --influx http://localhost:8086/banwatch",
      "  banwatch store setup --influx http://localhost:8086/banwatch --fill",
    })
final class StoreSetupCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Map<String, String> environment;

  @Mixin private InfluxOptions influx = new InfluxOptions();

  @Option(
      names = "--fill",
      description =
          "Also makes the points of five minutes of all that is there, which otherwise are made of"
              + " the newest hour as it goes.")
  private boolean fill;

  StoreSetupCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    List<String> problems = new ArrayList<>();
    InfluxAddress address = influx.address(environment, problems);
    if (address == null && problems.isEmpty()) {
      problems.add("--influx is missing; give http://HOST:PORT/DATABASE_OR_BUCKET");
    }
    if (!problems.isEmpty()) {
      throw CommandException.wrongUsage(problems);
    }
    try {
      InfluxSetup.run(address, environment, fill, terminal::message);
      return ExitCode.DONE;
    } catch (StoreException e) {
      throw CommandException.failed(e.getMessage(), e);
    }
  }
}
