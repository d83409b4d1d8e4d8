package io.banwatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.banwatch.alert.PlainText;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Map;

/**
 * Where the commands talk to a person. What was asked for goes to standard output; progress and
 * messages go to standard error. Colour and progress appear on a terminal only. Thread-safe.
 *
 * <p>Whether an output is a terminal is told by the launcher, since Java cannot ask: the system
 * property {@code banwatch.terminal} holds {@code out}, {@code err} or both, and {@code
 * banwatch.columns} the width.
 */
final class Terminal {
  private static final int USUAL_COLUMNS = 80;
  private static final int FEWEST_COLUMNS = 20;
  private static final int WIDEST_TEXT = 100;
  private static final int LONGEST_MESSAGE = 4000;
  private static final String CLEAR_LINE = "\r\u001b[2K";

  private final PrintStream out;
  private final PrintStream err;
  private final boolean outColoured;
  private final boolean outIsTerminal;
  private final boolean errIsTerminal;
  private final int columns;
  private boolean progressShown;

  /**
   * @param terminal which outputs are a terminal, as in {@code banwatch.terminal}
   * @param columns how wide it is; 0 when unknown
   * @param coloured whether colours are welcome
   */
  Terminal(PrintStream out, PrintStream err, String terminal, int columns, boolean coloured) {
    this.out = out;
    this.err = err;
    this.outIsTerminal = terminal.contains("out");
    this.errIsTerminal = terminal.contains("err");
    this.outColoured = coloured && outIsTerminal;
    this.columns = columns >= FEWEST_COLUMNS ? columns : USUAL_COLUMNS;
  }

  /** The process's own outputs, written in UTF-8. */
  static Terminal ofProcess() {
    return new Terminal(
        new PrintStream(System.out, true, UTF_8),
        new PrintStream(System.err, true, UTF_8),
        System.getProperty("banwatch.terminal", ""),
        Integer.getInteger("banwatch.columns", 0),
        welcomesColour(System.getenv()));
  }

  /** By the convention of no-color.org, and not on a terminal that says it knows none. */
  static boolean welcomesColour(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /** One line of what was asked for. */
  synchronized void print(String line) {
    clearProgress();
    out.println(line);
  }

  /** One line about the work; it may quote file names, so it is escaped and cut. */
  synchronized void message(String line) {
    clearProgress();
    err.println(PlainText.of(line, LONGEST_MESSAGE));
  }

  /**
   * Replaces the progress line, which may quote what others said; without a terminal nothing
   * happens.
   */
  synchronized void progress(String line) {
    if (!errIsTerminal) {
      return;
    }
    err.print(CLEAR_LINE + PlainText.of(line, columns - 1));
    err.flush();
    progressShown = true;
  }

  /** Standard output, for the help. */
  PrintWriter outWriter() {
    return new PrintWriter(new OutputStreamWriter(out, UTF_8), true);
  }

  /** Standard error, for the help. */
  PrintWriter errWriter() {
    return new PrintWriter(new OutputStreamWriter(err, UTF_8), true);
  }

  /** Takes the progress line away. */
  synchronized void clearProgress() {
    if (progressShown) {
      err.print(CLEAR_LINE);
      err.flush();
      progressShown = false;
    }
  }

  /** The text in this colour where standard output shows colours, else as it is. */
  String coloured(Colour colour, String text) {
    return outColoured ? colour.paint(text) : text;
  }

  /** Whether standard output shows colours. */
  boolean isColoured() {
    return outColoured;
  }

  /** How many characters of standard output fit on one line; any number when it is no terminal. */
  int width() {
    return outIsTerminal ? columns : Integer.MAX_VALUE;
  }

  /** How wide running text may be, terminal or not. */
  int textWidth() {
    return Math.max(USUAL_COLUMNS, Math.min(columns, WIDEST_TEXT));
  }
}
