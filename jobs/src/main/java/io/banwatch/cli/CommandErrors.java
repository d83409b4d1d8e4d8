package io.banwatch.cli;

import io.banwatch.alert.PlainText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into messages on standard error and an exit code. */
final class CommandErrors {
  private static final int LONGEST_MESSAGE = 500;
  private static final String STACKTRACE = "BANWATCH_STACKTRACE";

  private final Terminal terminal;
  private final Map<String, String> environment;

  CommandErrors(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  /** Arguments that do not fit: what, the nearest ones that do, and where to read more. */
  int wrongUsage(ParameterException thrown, String[] arguments) {
    CommandLine command = thrown.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    terminal.message(name + ": " + PlainText.of(thrown.getMessage(), LONGEST_MESSAGE));
    StringWriter suggestions = new StringWriter();
    UnmatchedArgumentException.printSuggestions(thrown, new PrintWriter(suggestions, true));
    suggestions.toString().lines().forEach(terminal::message);
    terminal.message(name + " --help tells what it takes.");
    return ExitCode.WRONG_USAGE;
  }

  /** A command that ended itself with a message, or one that nobody foresaw. */
  int failed(Exception thrown, CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    if (!environment.getOrDefault(STACKTRACE, "").isEmpty()) {
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace, true));
      trace
          .toString()
          .lines()
          .forEach(line -> terminal.message(PlainText.of(line, LONGEST_MESSAGE)));
    }
    if (thrown instanceof CommandException known) {
      known.messages().forEach(message -> terminal.message(name + ": " + message));
      return known.exitCode();
    }
    terminal.message(name + ": " + Failure.of(thrown));
    return ExitCode.FAILED;
  }
}
