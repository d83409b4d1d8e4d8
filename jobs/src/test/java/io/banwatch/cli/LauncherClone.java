package io.banwatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A clone with the real launcher, whose search path holds nothing but what the tests put there. */
final class LauncherClone {
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "cat",
          "find",
          "head",
          "ln",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "rmdir",
          "sed",
          "sleep",
          "stty",
          "touch");

  private final Path home;
  private final Path bin;
  private final Path calls;

  LauncherClone(Path home) throws IOException {
    this.home = home;
    this.bin = home.resolveSibling("tools");
    this.calls = home.resolveSibling("builds");
    Files.createDirectories(bin);
    for (String tool : TOOLS) {
      tool(tool, "exec '" + find(tool) + "' \"$@\"\n");
    }
    write("pom.xml", "");
    write("alerts/policy.yaml", "");
    write("jobs/src/main/java/Some.java", "");
    write("jobs/src/test/java/SomeTest.java", "");
    Files.copy(
        Path.of("..", "banwatch"), home.resolve("banwatch"), StandardCopyOption.COPY_ATTRIBUTES);
  }

  /** A Java of this version that prints its program's arguments, with or without a compiler. */
  void java(String version, boolean compiler) throws IOException {
    tool(
        "java",
        """
        case $1 in
          -version) echo 'openjdk version "%s" 2025-04-15' >&2; exit ;;
          --list-modules) echo 'java.base@17'; %s exit ;;
          -XshowSettings*) echo '    java.home = /nowhere' >&2; exit ;;
        esac
        while [ "$1" != io.banwatch.cli.Banwatch ]; do shift; done
        shift
        for argument; do echo "[$argument]"; done
        [ -n "${JAVA_ENDS:-}" ] && echo "process $$"
        exit "${JAVA_ENDS:-0}"
        """
            .formatted(version, compiler ? "echo 'jdk.compiler@17';" : ""));
  }

  /** The Java that runs the tests, with their class path in place of the jar. */
  void realJava() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    tool(
        "java",
        """
        case $1 in -version | --list-modules | -XshowSettings*) exec '%s' "$@" ;; esac
        while [ "$1" != io.banwatch.cli.Banwatch ]; do shift; done
        exec '%s' -cp '%s' "$@"
        """
            .formatted(java, java, System.getProperty("java.class.path")));
  }

  /** A Maven that notes that it was called, then does this in the clone. */
  void maven(String script) throws IOException {
    tool("mvn", "echo called >>'" + calls + "'\nmkdir -p jobs/target\n" + script + "\n");
  }

  void without(String tool) throws IOException {
    Files.delete(bin.resolve(tool));
  }

  /** How often Maven was called. */
  long builds() throws IOException {
    if (!Files.exists(calls)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(calls)) {
      return lines.count();
    }
  }

  Path path(String name) {
    return home.resolve(name);
  }

  Path write(String name, String text) throws IOException {
    Path file = path(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  Run run(String... arguments) throws IOException, InterruptedException {
    return run(List.of(), arguments);
  }

  Run run(List<String> environment, String... arguments) throws IOException, InterruptedException {
    return runAs(path("banwatch"), environment, arguments);
  }

  Run runAs(Path launcher, List<String> environment, String... arguments)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(home.getParent(), "out", "");
    Path err = Files.createTempFile(home.getParent(), "err", "");
    Process process =
        builder(launcher, environment, arguments)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    int exitCode = process.waitFor();
    return new Run(exitCode, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  Process start(List<String> environment, String... arguments) throws IOException {
    return builder(path("banwatch"), environment, arguments).start();
  }

  private ProcessBuilder builder(Path launcher, List<String> environment, String... arguments) {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(new File("/"));
    builder.environment().clear();
    builder.environment().put("PATH", bin.toString());
    for (String setting : environment) {
      int equals = setting.indexOf('=');
      builder.environment().put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    return builder;
  }

  private void tool(String name, String script) throws IOException {
    Path file = bin.resolve(name);
    Files.writeString(file, "#!" + find("bash") + "\n" + script);
    if (!file.toFile().setExecutable(true)) {
      throw new IOException(file + " cannot be made executable");
    }
  }

  private static Path find(String tool) {
    for (String directory : System.getenv("PATH").split(File.pathSeparator, -1)) {
      Path file = Path.of(directory, tool);
      if (Files.isExecutable(file)) {
        return file;
      }
    }
    throw new AssertionError("this test needs " + tool);
  }

  /** What one run left. */
  record Run(int exitCode, String out, String err) {}
}
