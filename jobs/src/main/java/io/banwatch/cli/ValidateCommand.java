package io.banwatch.cli;

import io.banwatch.policy.Policy;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code banwatch validate}. */
@Command(
    name = "validate",
    header = "Checks a policy.",
    description = {
      "Names everything that is wrong with it, with line, column and field, and the nearest valid"
          + " name for a misspelt one. Prints the hash that alerts will carry when all is well.",
    },
    footer = {
      "",
      "Example:",
      "  banwatch validate policy.yaml",
      "",
      "A policy holds only what differs from the built-in one, alerts/policy.yaml.",
    },
    exitCodeList = {"0:the policy is valid", "2:it is not, or cannot be read"})
final class ValidateCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "POLICY", description = "The policy file, in YAML.")
  private Path file;

  ValidateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Policy policy = PolicyOption.read(file);
    terminal.print(file + ": valid, policy " + policy.hash());
    return ExitCode.DONE;
  }
}
