package io.banwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiveCommandTest {
  @TempDir private Path directory;

  @Test
  void withoutATokenOnlyLoopbackIsListenedOn() {
    CommandLineRun run = receive("--listen", "0.0.0.0:0");
    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.err()).contains("set BANWATCH_RECEIVE_TOKEN");
    assertThat(log()).doesNotExist();
  }

  @Test
  void anAddressThatIsNoneAndAnUnknownFormatAreBothSaid() {
    CommandLineRun run = receive("--listen", "8080", "--format", "lite-llm");
    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.err()).contains("give HOST:PORT").contains("did you mean 'litellm'");
  }

  @Test
  void aCertificateNeedsItsKey() {
    CommandLineRun run = receive("--listen", "127.0.0.1:0", "--tls-certificate", "cert.pem");
    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.err()).contains("both a certificate and its key");
  }

  @Test
  void aCertificateThatCannotBeReadIsSaid() {
    CommandLineRun run =
        receive("--listen", "127.0.0.1:0", "--tls-certificate", "no.pem", "--tls-key", "no.key");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("no.pem").contains("cannot be used");
  }

  @Test
  void aLogThatCannotBeADirectoryIsSaid() throws Exception {
    Files.writeString(log(), "a file");
    CommandLineRun run = receive("--listen", "127.0.0.1:0");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("cannot use the usage log " + log());
  }

  private Path log() {
    return directory.resolve("log");
  }

  private CommandLineRun receive(String... more) {
    String[] arguments = new String[more.length + 3];
    arguments[0] = "receive";
    arguments[1] = "--to";
    arguments[2] = log().toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return CommandLineRun.withoutReplay(arguments);
  }
}
