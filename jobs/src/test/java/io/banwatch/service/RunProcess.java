package io.banwatch.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code banwatch run} as a process of its own. */
final class RunProcess {
  private RunProcess() {}

  /**
   * Starts it.
   *
   * @param options for Java, such as for the heap
   * @param more options of the command
   */
  static Process start(
      Path log,
      Path out,
      Path output,
      int checkpointSeconds,
      List<String> options,
      String classPath,
      List<String> more)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "-cp",
            classPath,
            "io.banwatch.cli.Banwatch",
            "run",
            "--from",
            log.toString(),
            "--out",
            out.toString(),
            "--checkpoint-seconds",
            Integer.toString(checkpointSeconds)));
    command.addAll(more);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
        .start();
  }
}
