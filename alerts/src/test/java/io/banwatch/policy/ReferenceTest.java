package io.banwatch.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ReferenceTest {
  @TempDir Path directory;

  @Test
  void aVariableIsReadWithoutBlanksAroundIt() throws IOException {
    assertThat(new Reference("env:NAME").read(Map.of("NAME", " value\n"))).isEqualTo("value");
  }

  @Test
  void aFileIsReadEachTime() throws IOException {
    Path file = directory.resolve("secret");
    Reference reference = new Reference("file:" + file);
    Files.writeString(file, "old\n");
    assertThat(reference.read(Map.of())).isEqualTo("old");

    Files.writeString(file, "new\n");
    assertThat(reference.read(Map.of())).isEqualTo("new");
  }

  @Test
  void whatIsNotThereIsNamed() throws IOException {
    Path file = directory.resolve("secret");
    refuses("env:NAME", "the environment variable NAME is not set: set it");
    refuses("env:EMPTY", "env:EMPTY is empty: put the secret there");
    refuses("file:" + file, file + " cannot be read (NoSuchFileException): create it");
    Files.write(file, new byte[] {(byte) 0xff});
    refuses("file:" + file, file + " is not UTF-8: write the secret as plain text");
    Files.write(file, new byte[(1 << 16) + 1]);
    refuses("file:" + file, file + " is too large to be a secret: name another file");
  }

  @Test
  void whatCannotBeReadIsNamed() {
    refuses(
        "file:" + directory,
        directory + " cannot be read (IOException): name a file that this user may read");
  }

  @Test
  @Timeout(30)
  void aFileWithoutAnEndIsReadInPart() {
    Path endless = Path.of("/dev/zero");
    assumeTrue(Files.exists(endless), "no such file here");

    refuses("file:" + endless, endless + " is too large to be a secret: name another file");
  }

  @Test
  void aSecretIsNoPlace() {
    assertThatThrownBy(() -> new Reference("whsec_c2VjcmV0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a secret's place is written env:NAME or file:PATH");
  }

  private static void refuses(String text, String message) {
    assertThatThrownBy(() -> new Reference(text).read(Map.of("EMPTY", " ")))
        .isInstanceOf(IOException.class)
        .hasMessage(message);
  }
}
