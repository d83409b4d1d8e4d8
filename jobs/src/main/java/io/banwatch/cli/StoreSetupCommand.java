package io.banwatch.cli;

import io.banwatch.store.InfluxAddress;
import io.banwatch.store.InfluxSetup;
import io.banwatch.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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
    },
    exitCodeList = {
      "0:done",
      "1:InfluxDB refused something, or went away midway; run the same again",
      "2:there is no InfluxDB that takes the token; nothing was changed",
      "130:interrupted; run the same again"
    })
final class StoreSetupCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Map<String, String> environment;

  @Option(names = "--influx", required = true, paramLabel = "URL", description = InfluxOptions.URL)
  private String url;

  @Option(
      names = "--fill",
      description =
          "Also makes the points of five minutes of the newest 14 days, which otherwise are made of"
              + " the newest hour as it goes.")
  private boolean fill;

  StoreSetupCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    List<String> problems = new ArrayList<>();
    InfluxAddress address = InfluxOptions.parse(url, environment, problems);
    if (!problems.isEmpty()) {
      throw CommandException.wrongUsage(problems);
    }
    try {
      InfluxSetup setup = reach(address);
      setup.run(fill, terminal::message);
      return ExitCode.DONE;
    } catch (StoreException e) {
      throw CommandException.failed(e.getMessage(), e);
    }
  }

  private InfluxSetup reach(InfluxAddress address) {
    try {
      return InfluxSetup.at(address, environment);
    } catch (StoreException e) {
      throw CommandException.wrongUsage(e.getMessage());
    }
  }
}
