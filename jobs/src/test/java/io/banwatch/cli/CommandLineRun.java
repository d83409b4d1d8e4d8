package io.banwatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.banwatch.simulate.Label;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One run of the command line, with what it left on both outputs.
 *
 * @param exitCode what the process would have ended with
 * @param out standard output
 * @param err standard error
 */
record CommandLineRun(int exitCode, String out, String err) {
  /** Runs away from any terminal. */
  static CommandLineRun of(Replay replay, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), "", 0, false);
    int exitCode =
        Banwatch.commandLine(terminal, CommandLineRun::smallWeek, replay).execute(arguments);
    return new CommandLineRun(exitCode, out.toString(UTF_8), err.toString(UTF_8));
  }

  private static List<Label> smallWeek(Path log) throws IOException {
    Files.writeString(log, "{}\n");
    return List.of(Samples.label("stolen-key", List.of("token-burst"), List.of()));
  }

  /** Runs a command that must not replay anything. */
  static CommandLineRun withoutReplay(String... arguments) {
    return of(
        (settings, listener) -> {
          throw new AssertionError("nothing may be started");
        },
        arguments);
  }

  List<String> errLines() {
    return err.lines().toList();
  }

  List<String> outLines() {
    return out.lines().toList();
  }
}
