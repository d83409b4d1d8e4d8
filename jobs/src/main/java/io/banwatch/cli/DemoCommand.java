package io.banwatch.cli;

import io.banwatch.alert.Alert;
import io.banwatch.flow.ReplaySettings;
import io.banwatch.flow.ReplaySummary;
import io.banwatch.simulate.Label;
import io.banwatch.simulate.LabelWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code banwatch demo}. */
@Command(
    name = "demo",
    header = "Replays a week of made-up traffic and tells what was found.",
    description = {
      "Writes a gateway's log of one week, with a story for each signal planted in it and near"
          + " misses beside them, runs the detect job over it, and prints the alerts as a timeline"
          + " beside the stories. The week is the same on every run.",
    },
    footer = {
      "",
      "Examples:",
      "  banwatch demo",
      "  banwatch demo --out demo",
    },
    exitCodeList = {
      "0:done",
      "1:failed while working",
      "2:--out cannot be used; nothing was started",
      "130:interrupted"
    })
final class DemoCommand implements Callable<Integer> {
  /** The week's gateway stands behind a proxy with a private address. */
  private static final String POLICY =
      """
      # What differs from the built-in policy, alerts/policy.yaml.
      schemaVersion: 1
      gateway:
        trustedProxies: [10.0.0.0/8]
      """;

  private final DemoTraffic traffic;
  private final Replay replay;
  private final Terminal terminal;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write. Default: a new temporary directory.")
  private Path out;

  DemoCommand(DemoTraffic traffic, Replay replay, Terminal terminal) {
    this.traffic = traffic;
    this.replay = replay;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Path directory = directory();
    ReplayFiles files = new ReplayFiles(directory);
    List<String> problems = files.problems();
    if (!problems.isEmpty()) {
      throw CommandException.wrongUsage(problems);
    }
    Path log = directory.resolve("week.jsonl");
    Path policy = directory.resolve("policy.yaml");
    List<PlantedStory> stories = write(log, policy).stream().map(PlantedStory::new).toList();
    List<Alert> alerts = new ArrayList<>();
    ReplaySettings settings =
        new ReplaySettings(
            List.of(log.toString()),
            directory,
            PolicyOption.read(policy),
            null,
            null,
            Runtime.getRuntime().availableProcessors(),
            false);
    ReplaySummary summary = new ReplayRun(replay, terminal).run(settings, alerts::add);
    tell(stories, alerts, summary);
    lookNext(files, log);
    return ExitCode.DONE;
  }

  private Path directory() {
    if (out != null) {
      return out;
    }
    try {
      return Files.createTempDirectory("banwatch-demo-");
    } catch (IOException e) {
      throw CommandException.wrongUsage(
          "cannot create a temporary directory: " + e.getMessage() + "; name one with --out");
    }
  }

  private List<Label> write(Path log, Path policy) {
    terminal.message("writing a week of traffic to " + log + "...");
    try {
      List<Label> labels = traffic.write(log);
      LabelWriter.write(labels, LabelWriter.beside(log));
      Files.writeString(policy, POLICY);
      return labels;
    } catch (IOException e) {
      throw CommandException.failed(
          "cannot write to " + log.getParent() + ": " + e.getMessage() + ". Is the disk full?", e);
    }
  }

  private void tell(List<PlantedStory> stories, List<Alert> alerts, ReplaySummary summary) {
    new Timeline(terminal, stories, alerts).print();
    heading("What became of the stories");
    new StoryTable(stories, alerts).lines().forEach(terminal::print);
    heading("The replay");
    SummaryText.of(summary).forEach(terminal::print);
  }

  private void lookNext(ReplayFiles files, Path log) {
    heading("Look next");
    terminal.print(files.alerts() + ": every alert, with its evidence and next steps");
    terminal.print(log + ": the traffic, and its labels beside it");
    terminal.print(files.directory().resolve("policy.yaml") + ": the policy it ran with");
    terminal.print("alerts/policy.yaml: all thresholds, each with a comment");
    terminal.print(
        "./banwatch inspect YOUR-LOG: what Banwatch understands of your own gateway's log");
    terminal.print("./banwatch replay --out out YOUR-LOG: the same for your own gateway");
    terminal.print("./banwatch --help: all there is");
  }

  private void heading(String text) {
    terminal.print("");
    terminal.print(terminal.coloured(Colour.HEADING, text));
  }
}
