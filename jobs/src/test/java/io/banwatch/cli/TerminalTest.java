package io.banwatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void progressAppearsOnATerminalOnly() {
    terminal("out", true).progress("half");
    assertThat(err.toString(UTF_8)).isEmpty();
    terminal("err", true).progress("half");
    assertThat(err.toString(UTF_8)).isEqualTo("\r\u001b[2Khalf");
  }

  @Test
  void aLineTakesTheProgressAwayFirst() {
    Terminal terminal = terminal("outerr", false);
    terminal.progress("half");
    err.reset();
    terminal.print("found");
    terminal.print("more");
    assertThat(err.toString(UTF_8)).isEqualTo("\r\u001b[2K");
    assertThat(out.toString(UTF_8).lines()).containsExactly("found", "more");
  }

  @Test
  void aMessageShowsWhatWouldActOnTheTerminal() {
    terminal("err", true).message("log a\u001b[2J\nb\u202e is empty");
    assertThat(err.toString(UTF_8).lines())
        .containsExactly("log a\\u001b[2J\\u000ab\\u202e is empty");
  }

  @Test
  void progressShowsWhatWouldActOnTheTerminal() {
    terminal("err", true).progress("waiting: \u001b[2Jno\n");
    assertThat(err.toString(UTF_8)).isEqualTo("\r\u001b[2Kwaiting: \\u001b[2Jno\\u000a");
  }

  @Test
  void progressIsCutToTheTerminal() {
    terminal("err", false).progress("x".repeat(200));
    assertThat(err.toString(UTF_8)).isEqualTo("\r\u001b[2K" + "x".repeat(78) + "…");
  }

  @Test
  void colourNeedsATerminalAndNoObjection() {
    assertThat(terminal("out", true).coloured(Colour.CRITICAL, "x"))
        .isEqualTo("\u001b[1;31mx\u001b[0m");
    assertThat(terminal("err", true).coloured(Colour.CRITICAL, "x")).isEqualTo("x");
    assertThat(terminal("out", false).coloured(Colour.CRITICAL, "x")).isEqualTo("x");
  }

  @Test
  void theEnvironmentMayObjectToColour() {
    assertThat(Terminal.welcomesColour(Map.of("TERM", "xterm"))).isTrue();
    assertThat(Terminal.welcomesColour(Map.of("NO_COLOR", ""))).isTrue();
    assertThat(Terminal.welcomesColour(Map.of("NO_COLOR", "1"))).isFalse();
    assertThat(Terminal.welcomesColour(Map.of("TERM", "dumb"))).isFalse();
  }

  private Terminal terminal(String which, boolean coloured) {
    return new Terminal(
        new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), which, 80, coloured);
  }
}
