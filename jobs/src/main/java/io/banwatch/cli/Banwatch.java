package io.banwatch.cli;

import io.banwatch.flow.ReplayJob;
import io.banwatch.log.StandardInput;
import io.banwatch.simulate.DemoWeek;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Spec;

/** The {@code banwatch} command. */
@Command(
    name = "banwatch",
    header = "Sees a model vendor's ban coming, in the usage log of your own LLM gateway.",
    description = {
      "Reads the log and tells, per key and per vendor account, when traffic starts to look like"
          + " what vendors' automated enforcement acts on. It observes and advises; it needs no"
          + " prompt, keeps no credential and runs on this machine alone.",
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  banwatch demo                            a week with planted stories",
      "  banwatch inspect litellm.jsonl           what is understood of your log",
      "  banwatch replay --out out litellm.jsonl  what it would have raised",
      "  banwatch receive --to log                takes what a gateway posts",
      "  banwatch validate policy.yaml            before you use it",
      "  banwatch simulate --out week.jsonl       traffic to try things on",
      "  banwatch COMMAND --help                  more of each",
    })
public final class Banwatch implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  private Banwatch(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    CommandLine commandLine = commandLine(Terminal.ofProcess(), DemoWeek::write, ReplayJob::run);
    System.exit(commandLine.execute(arguments));
  }

  /** The command with all of its subcommands; a new one gets its line here. */
  static CommandLine commandLine(Terminal terminal, DemoTraffic traffic, Replay replay) {
    CommandLine commandLine =
        new CommandLine(new Banwatch(terminal))
            .addSubcommand(new DemoCommand(traffic, replay, terminal))
            .addSubcommand(new InspectCommand(terminal, StandardInput.ofProcess()))
            .addSubcommand(notifying(terminal))
            .addSubcommand(new ReplayCommand(replay, terminal, System.getenv()))
            .addSubcommand(new ReceiveCommand(terminal, System.getenv()))
            .addSubcommand(new RunCommand(terminal, System.getenv()))
            .addSubcommand(new SimulateCommand(terminal))
            .addSubcommand(storing(terminal))
            .addSubcommand(new ValidateCommand(terminal))
            .addSubcommand(new BenchmarkCommand(terminal));
    configureAll(commandLine, terminal);
    return commandLine;
  }

  private static CommandLine notifying(Terminal terminal) {
    return new CommandLine(new NotifyCommand(terminal))
        .addSubcommand(new NotifyDeadLettersCommand(terminal))
        .addSubcommand(new NotifyRunCommand(terminal, System.getenv()))
        .addSubcommand(new NotifyTestCommand(terminal, System.getenv()));
  }

  private static CommandLine storing(Terminal terminal) {
    return new CommandLine(new StoreCommand(terminal, System.getenv()))
        .addSubcommand(new StoreSetupCommand(terminal, System.getenv()));
  }

  private static void configureAll(CommandLine commandLine, Terminal terminal) {
    configure(commandLine, terminal);
    commandLine.getSubcommands().values().forEach(command -> configureAll(command, terminal));
  }

  private static void configure(CommandLine command, Terminal terminal) {
    CommandErrors errors = new CommandErrors(terminal, System.getenv());
    command.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(new Version());
    layOut(command.getCommandSpec().usageMessage());
    command
        .setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(terminal.outWriter())
        .setErr(terminal.errWriter())
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(terminal.isColoured() ? Ansi.ON : Ansi.OFF))
        .setUsageHelpWidth(terminal.textWidth())
        .setParameterExceptionHandler(errors::wrongUsage)
        .setExecutionExceptionHandler((thrown, failed, result) -> errors.failed(thrown, failed));
  }

  private static void layOut(UsageMessageSpec help) {
    help.synopsisHeading("%nUsage: ")
        .descriptionHeading("%n")
        .parameterListHeading("%nArguments:%n")
        .optionListHeading("%nOptions:%n")
        .commandListHeading("%nCommands:%n")
        .exitCodeListHeading("%nExit codes:%n");
    if (help.exitCodeList().isEmpty()) {
      help.exitCodeList(ExitCode.MEANINGS);
    }
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(terminal.errWriter(), Ansi.OFF);
    return ExitCode.WRONG_USAGE;
  }
}
