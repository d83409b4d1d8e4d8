package io.banwatch.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code banwatch notify}. */
@Command(
    name = "notify",
    header = "Tells alerts, tries receivers, looks after what did not arrive.",
    description = {
      "banwatch run tells alerts to the policy's receivers. These commands do so in a process of"
          + " its own, try a receiver before it is needed, and show and repeat what a receiver did"
          + " not take.",
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  banwatch notify run --from out --policy policy.yaml  tells in a process of its own",
      "  banwatch notify test oncall --policy policy.yaml    does it arrive?",
      "  banwatch notify dead-letters --out out              what did not, and why",
      "  banwatch notify dead-letters --out out --redeliver  tells it again",
    })
final class NotifyCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  NotifyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(terminal.errWriter(), Ansi.OFF);
    return ExitCode.WRONG_USAGE;
  }
}
