package io.banwatch.cli;

import io.banwatch.simulate.Simulation;
import io.banwatch.simulate.StoryCue;
import io.banwatch.simulate.rates.Trace;
import io.banwatch.simulate.story.Stories;
import io.banwatch.simulate.story.Story;
import io.banwatch.simulate.world.ApiKey;
import io.banwatch.simulate.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code banwatch simulate}. */
@Command(
    name = "simulate",
    header = "Writes realistic gateway traffic with chosen stories in it.",
    sortOptions = false,
    description = {
      "Writes LiteLLM 1.106 records, one a line, in the order in which they end, and beside them"
          + " FILE.labels.jsonl: what was planted, in which key, from when to when. The same options"
          + " give the same bytes.",
    },
    footer = {
      "",
      "Examples:",
      "  banwatch simulate --out week.jsonl.gz --slim --seed 3",
      "  banwatch simulate --out day.jsonl --days 1 --story request-burst@ci-runner@+14h5m",
      "  banwatch simulate --list-stories",
    },
    exitCodeList = {
      "0:done",
      "1:failed while working",
      "2:an option or a file is wrong; nothing was written",
      "130:interrupted"
    })
final class SimulateCommand implements Callable<Integer> {
  private static final int MOST_DAYS = 3_660;
  private static final int MOST_KEYS = 1_000_000;
  private static final double MOST_REQUESTS_PER_SECOND = 1_000;

  private final Terminal terminal;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "where to write, gzipped when it ends in .gz; - is standard output, without labels."
              + " Labels go to FILE.labels.jsonl.")
  private String out;

  @Option(names = "--days", defaultValue = "7", description = "length (default: ${DEFAULT-VALUE})")
  private int days;

  @Option(names = "--keys", defaultValue = "40", description = "keys (default: ${DEFAULT-VALUE})")
  private int keys;

  @Option(names = "--seed", defaultValue = "1", description = "any number (default: 1)")
  private long seed;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "end of the log, ISO 8601 (default: 2026-11-16T00:00:00Z, a Monday)")
  private String until;

  @Option(
      names = "--story",
      paramLabel = "NAME@KEY@TIME",
      description =
          "something that happens: a story, a key's alias or index, and an ISO 8601 time or +3d4h"
              + " from the start; may be repeated")
  private List<String> stories = List.of();

  @Option(names = "--slim", description = "records under 1 KB, as a redacting callback sends them")
  private boolean slim;

  @ArgGroup(exclusive = false, heading = "%nDriven by the rates of real clients:%n")
  private RatesOptions rates;

  @Option(names = "--list-stories", description = "show the stories and end")
  private boolean listStories;

  @Option(names = "--list-keys", description = "show the keys of --keys and --seed and end")
  private boolean listKeys;

  /** Rates and tokens of real clients, all three or none. */
  static final class RatesOptions {
    @Option(
        names = "--rates",
        paramLabel = "CSV",
        required = true,
        description = "client,window_start_s,requests_per_s,iat_cv; may be .gz")
    private Path rates;

    @Option(
        names = "--tokens",
        paramLabel = "JSON",
        required = true,
        description = "ten quantiles of input and output tokens a client and window; may be .gz")
    private Path tokens;

    @Option(
        names = "--mean-rps",
        paramLabel = "X",
        required = true,
        description =
            "mean requests a second of a key in windows in which its client was busy; keys differ"
                + " log-normally")
    private double meanRequestsPerSecond;
  }

  SimulateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (listStories) {
      Stories.all().forEach(this::list);
      return ExitCode.DONE;
    }
    require(days > 0 && days <= MOST_DAYS, "--days must be 1 to " + MOST_DAYS);
    require(keys > 0 && keys <= MOST_KEYS, "--keys must be 1 to " + MOST_KEYS);
    World world = World.of(seed, keys);
    if (listKeys) {
      world.keys().forEach(this::list);
      return ExitCode.DONE;
    }
    require(out != null, "say where to write: --out FILE, or --out - for standard output");
    new SimulateRun(terminal).write(simulation(world), slim, out);
    return ExitCode.DONE;
  }

  private Simulation simulation(World world) {
    Instant end = end();
    Instant start = end.minus(Duration.ofDays(days));
    try {
      List<StoryCue> cues =
          stories.stream().map(text -> StoryCue.parse(text, world, start, end)).toList();
      return new Simulation(world, start, end, trace(), cues);
    } catch (IllegalArgumentException e) {
      throw CommandException.wrongUsage(e.getMessage());
    }
  }

  private Instant end() {
    try {
      return until == null ? Simulation.DEFAULT_UNTIL : Instant.parse(until);
    } catch (DateTimeException e) {
      throw CommandException.wrongUsage(
          "--until " + until + ": expected ISO 8601 like " + Simulation.DEFAULT_UNTIL);
    }
  }

  private Trace trace() {
    if (rates == null) {
      return null;
    }
    double mean = rates.meanRequestsPerSecond;
    require(
        mean > 0 && mean <= MOST_REQUESTS_PER_SECOND,
        "--mean-rps must be above 0 and at most 1000");
    try {
      return Trace.read(rates.rates, rates.tokens, mean);
    } catch (IOException e) {
      throw CommandException.wrongUsage(
          "cannot read " + e.getMessage() + "; check --rates and --tokens");
    }
  }

  private void list(Story story) {
    String signals =
        story.signals().isEmpty()
            ? "near miss of " + String.join(", ", story.nearMissOf())
            : "tells " + String.join(", ", story.signals());
    terminal.print(String.format(Locale.ROOT, "%-28s %s", story.name(), story.line()));
    terminal.print(String.format(Locale.ROOT, "%-28s %s", "", "(" + signals + ")"));
  }

  private void list(ApiKey key) {
    terminal.print(
        String.format(
            Locale.ROOT,
            "%-6d %-20s %-8s %-10s %-36s %s",
            key.index(),
            key.alias(),
            key.kind().name().toLowerCase(Locale.ROOT),
            key.vendor().word(),
            key.account().organisation(),
            key.home().city()));
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw CommandException.wrongUsage(message);
    }
  }
}
