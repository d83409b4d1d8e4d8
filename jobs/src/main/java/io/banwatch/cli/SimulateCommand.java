package io.banwatch.cli;

import io.banwatch.simulate.Label;
import io.banwatch.simulate.LabelWriter;
import io.banwatch.simulate.Simulation;
import io.banwatch.simulate.StoryCue;
import io.banwatch.simulate.rates.Trace;
import io.banwatch.simulate.record.RecordFormat;
import io.banwatch.simulate.story.Stories;
import io.banwatch.simulate.story.Story;
import io.banwatch.simulate.world.ApiKey;
import io.banwatch.simulate.world.World;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes realistic gateway traffic with chosen stories in it. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Writes realistic gateway traffic with chosen stories in it, as LiteLLM 1.106 records,"
            + " with labels beside it. The same options give the same bytes.")
public final class SimulateCommand implements Callable<Integer> {
  private static final int BUFFER = 1 << 16;
  private static final int MOST_DAYS = 3_660;
  private static final int MOST_KEYS = 1_000_000;

  @Spec private CommandSpec spec;

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
        description = "mean requests a second of a key; keys differ log-normally")
    private double meanRequestsPerSecond;
  }

  @Override
  public Integer call() throws IOException {
    if (listStories) {
      return listStories();
    }
    require(days > 0 && days <= MOST_DAYS, "--days must be 1 to " + MOST_DAYS);
    require(keys > 0 && keys <= MOST_KEYS, "--keys must be 1 to " + MOST_KEYS);
    World world = World.of(seed, keys);
    if (listKeys) {
      return listKeys(world);
    }
    require(out != null, "say where to write: --out FILE, or --out - for standard output");
    Simulation simulation = simulation(world);
    if (out.equals("-")) {
      BufferedOutputStream standard = new BufferedOutputStream(System.out, BUFFER);
      write(simulation, standard);
      standard.flush();
      return 0;
    }
    return writeFile(simulation, Path.of(out));
  }

  private Simulation simulation(World world) {
    Instant end = end();
    Instant start = end.minus(Duration.ofDays(days));
    try {
      List<StoryCue> cues =
          stories.stream().map(text -> StoryCue.parse(text, world, start, end)).toList();
      return new Simulation(world, start, end, trace(), cues);
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
  }

  private Instant end() {
    try {
      return until == null ? Simulation.DEFAULT_UNTIL : Instant.parse(until);
    } catch (DateTimeException e) {
      throw wrong("--until " + until + ": expected ISO 8601 like " + Simulation.DEFAULT_UNTIL);
    }
  }

  private Trace trace() {
    if (rates == null) {
      return null;
    }
    require(
        rates.meanRequestsPerSecond > 0 && rates.meanRequestsPerSecond <= 1_000,
        "--mean-rps must be above 0 and at most 1000");
    try {
      return Trace.read(rates.rates, rates.tokens, rates.meanRequestsPerSecond);
    } catch (IOException e) {
      throw wrong("cannot read " + e.getMessage() + "; check --rates and --tokens");
    }
  }

  private int writeFile(Simulation simulation, Path file) throws IOException {
    OutputStream stream;
    try {
      stream = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
    } catch (IOException e) {
      throw wrong("cannot write " + file + " (" + e + "); choose another --out");
    }
    List<Label> labels;
    try (OutputStream log = out.endsWith(".gz") ? new GZIPOutputStream(stream, BUFFER) : stream) {
      labels = write(simulation, log);
    }
    LabelWriter.write(labels, LabelWriter.beside(file));
    return 0;
  }

  private List<Label> write(Simulation simulation, OutputStream stream) throws IOException {
    RecordFormat format = slim ? RecordFormat.slim() : RecordFormat.full();
    SimulateProgress progress = new SimulateProgress(spec.commandLine().getErr());
    List<Label> labels = simulation.write(format, stream, progress::report);
    progress.end(labels.stream().map(Label::told).toList());
    return labels;
  }

  private int listStories() {
    PrintWriter lines = spec.commandLine().getOut();
    for (Story story : Stories.all()) {
      lines.printf(Locale.ROOT, "%-28s %s%n", story.name(), story.line());
      String tells =
          story.signals().isEmpty()
              ? "near miss of " + String.join(", ", story.nearMissOf())
              : "tells " + String.join(", ", story.signals());
      lines.printf(Locale.ROOT, "%-28s   %s%n", "", tells);
    }
    lines.flush();
    return 0;
  }

  private int listKeys(World world) {
    PrintWriter lines = spec.commandLine().getOut();
    for (ApiKey key : world.keys()) {
      lines.printf(
          Locale.ROOT,
          "%-6d %-20s %-8s %-10s %-36s %s%n",
          key.index(),
          key.alias(),
          key.kind().name().toLowerCase(Locale.ROOT),
          key.vendor().word(),
          key.account().organisation(),
          key.home().city());
    }
    lines.flush();
    return 0;
  }

  private void require(boolean holds, String message) {
    if (!holds) {
      throw wrong(message);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
