package io.banwatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The {@code banwatch} script, in a clone with a stand-in for Maven and for Java. */
@Timeout(60)
class LauncherTest {
  @TempDir private Path directory;
  private LauncherClone clone;

  @BeforeEach
  void makeClone() throws IOException {
    clone = new LauncherClone(directory.resolve("a clone"));
    clone.java("17.0.15", true);
    clone.maven("touch jobs/target/banwatch-jobs-1.jar");
  }

  @Test
  void withoutJavaItSaysWhatToInstallAndStartsNothing() throws Exception {
    clone.without("java");
    LauncherClone.Run run = clone.run("--help");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("found no Java", "install a JDK of version 17", "openjdk-17");
    assertThat(clone.builds()).isZero();
  }

  @Test
  void anOldJavaIsNamed() throws Exception {
    clone.java("1.8.0_392", true);
    LauncherClone.Run run = clone.run("--help");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("needs Java 17 or newer", "is Java 8");
    assertThat(clone.builds()).isZero();
  }

  @Test
  void aJavaHomeWithoutJavaIsNamed() throws Exception {
    LauncherClone.Run run = clone.run(List.of("JAVA_HOME=/nowhere"), "--help");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("JAVA_HOME is /nowhere, which holds no bin/java");
  }

  @Test
  void aRuntimeWithoutCompilerCannotBuild() throws Exception {
    clone.java("17.0.15", false);
    LauncherClone.Run run = clone.run("--help");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("building Banwatch needs a JDK");
    assertThat(clone.builds()).isZero();
  }

  @Test
  void withoutMavenItSaysWhatToInstallAndStartsNothing() throws Exception {
    clone.without("mvn");
    LauncherClone.Run run = clone.run("--help");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("found no Maven", "apt install maven");
    assertThat(clone.path("jobs/target")).doesNotExist();
  }

  @Test
  void firstUseBuildsOnceAndPassesEveryArgumentOn() throws Exception {
    LauncherClone.Run first = clone.run("replay", "--out", "two words", "", "*");
    assertThat(first.exitCode()).isZero();
    assertThat(first.err().lines())
        .containsExactly("banwatch: building Banwatch, once (a minute or two)...");
    assertThat(first.out().lines())
        .containsExactly("[replay]", "[--out]", "[two words]", "[]", "[*]");
    LauncherClone.Run second = clone.run("validate");
    assertThat(second.err()).isEmpty();
    assertThat(second.out().lines()).containsExactly("[validate]");
    assertThat(clone.builds()).isEqualTo(1);
  }

  @Test
  void onceBuiltItNeedsNoMaven() throws Exception {
    clone.run();
    clone.without("mvn");
    assertThat(clone.run().exitCode()).isZero();
  }

  @Test
  void changedSourcesAreBuiltAgainAndTestsAreNoSources() throws Exception {
    clone.run();
    FileTime later = FileTime.from(Instant.now().plusSeconds(60));
    Files.setLastModifiedTime(clone.path("jobs/src/test/java/SomeTest.java"), later);
    assertThat(clone.run().err()).isEmpty();
    Files.setLastModifiedTime(clone.path("alerts/policy.yaml"), later);
    assertThat(clone.run().err().lines())
        .containsExactly("banwatch: sources changed, building again...");
    assertThat(clone.builds()).isEqualTo(2);
  }

  @Test
  void aBuildThatFailsIsShownAndTriedAgain() throws Exception {
    clone.maven("echo 'Foo.java:3: no such thing'; exit 1");
    LauncherClone.Run failed = clone.run();
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.out()).isEmpty();
    assertThat(failed.err()).contains("Foo.java:3: no such thing", "the build failed");
    clone.maven("touch jobs/target/banwatch-jobs-1.jar");
    assertThat(clone.run().exitCode()).isZero();
  }

  @Test
  void aSecondFirstUseWaitsForTheBuildOfTheFirst() throws Exception {
    Path gate = directory.resolve("gate");
    assertThat(new ProcessBuilder("mkfifo", gate.toString()).start().waitFor()).isZero();
    clone.maven("cat '" + gate + "'; touch jobs/target/banwatch-jobs-1.jar");
    Process first = clone.start(List.of(), "first");
    try (BufferedReader firstSays = first.errorReader(UTF_8)) {
      assertThat(firstSays.readLine()).contains("building Banwatch");
      Process second = clone.start(List.of(), "second");
      try (BufferedReader secondSays = second.errorReader(UTF_8)) {
        assertThat(secondSays.readLine())
            .isEqualTo("banwatch: waiting for the build that process " + first.pid() + " runs...");
        Files.writeString(gate, "go");
        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();
      }
    }
    assertThat(clone.builds()).isEqualTo(1);
  }

  @Test
  void theLockOfADeadBuildIsRemoved() throws Exception {
    Files.createDirectories(clone.path("jobs/target"));
    Files.createSymbolicLink(clone.path("jobs/target/launcher.lock"), Path.of("999999999"));
    assertThat(clone.run().exitCode()).isZero();
    assertThat(clone.builds()).isEqualTo(1);
    assertThat(Files.isSymbolicLink(clone.path("jobs/target/launcher.lock"))).isFalse();
  }

  @Test
  void itRunsThroughALinkFromElsewhere() throws Exception {
    Path link = directory.resolve("bin");
    Files.createSymbolicLink(link, Path.of("a clone", "banwatch"));
    Path linkToLink = directory.resolve("banwatch");
    Files.createSymbolicLink(linkToLink, link);
    LauncherClone.Run run = clone.runAs(linkToLink, List.of(), "demo");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines()).containsExactly("[demo]");
  }

  @Test
  void javaTakesTheProcessOverSoThatSignalsReachIt() throws Exception {
    clone.run();
    Process process = clone.start(List.of("JAVA_ENDS=7"), "pid");
    try (BufferedReader says = process.inputReader(UTF_8)) {
      assertThat(says.readLine()).isEqualTo("[pid]");
      assertThat(says.readLine()).isEqualTo("process " + process.pid());
    }
    assertThat(process.waitFor()).isEqualTo(7);
  }

  @Test
  void theCommandLineItselfAnswersThroughIt() throws Exception {
    clone.realJava();
    LauncherClone.Run help = clone.run("--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("Usage: banwatch");
    LauncherClone.Run misspelt = clone.run("replya");
    assertThat(misspelt.exitCode()).isEqualTo(2);
    assertThat(misspelt.err()).contains("Did you mean: banwatch replay");
  }
}
