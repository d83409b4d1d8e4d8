package io.banwatch.cli;

import io.banwatch.simulate.Label;
import io.banwatch.simulate.LabelWriter;
import io.banwatch.simulate.Simulation;
import io.banwatch.simulate.record.RecordFormat;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes a simulation where it was asked for, and tells how it goes. */
final class SimulateRun {
  private static final String STANDARD_OUTPUT = "-";
  private static final int BUFFER = 1 << 16;
  private static final long PROGRESS_EVERY_NANOS = 500_000_000L;

  private final Terminal terminal;
  private final long began = System.nanoTime();
  private long shown = began;
  private long records;

  SimulateRun(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Writes the log, and its labels beside it.
   *
   * @param slim whether records are short
   * @param out a file, gzipped when its name ends in {@code .gz}, or {@code -} for standard output,
   *     which has no labels
   */
  void write(Simulation simulation, boolean slim, String out) {
    RecordFormat format = slim ? RecordFormat.slim() : RecordFormat.full();
    List<Label> labels;
    try (OutputStream log = open(out)) {
      labels = simulation.write(format, log, this::progress);
    } catch (IOException e) {
      throw CommandException.failed(
          "cannot go on writing " + out + " (" + e.getMessage() + "); what is there is not whole",
          e);
    }
    if (!out.equals(STANDARD_OUTPUT)) {
      writeLabels(labels, LabelWriter.beside(Path.of(out)));
    }
    terminal.message(
        "wrote " + Amount.count(records, "record") + ", " + rate(System.nanoTime()) + "/s");
    labels.forEach(label -> terminal.message("  " + label.told()));
  }

  private static OutputStream open(String out) throws IOException {
    if (out.equals(STANDARD_OUTPUT)) {
      return new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER);
    }
    try {
      OutputStream file = new BufferedOutputStream(Files.newOutputStream(Path.of(out)), BUFFER);
      return out.endsWith(".gz") ? new GZIPOutputStream(file, BUFFER) : file;
    } catch (IOException | InvalidPathException e) {
      throw CommandException.wrongUsage(
          "cannot write " + out + ": " + why(out, e) + "; choose another --out");
    }
  }

  private static String why(String out, Exception e) {
    if (e instanceof InvalidPathException) {
      return "that is no file name";
    }
    Path file = Path.of(out).toAbsolutePath();
    if (Files.isDirectory(file)) {
      return "that is a directory";
    }
    if (!Files.isDirectory(file.getParent())) {
      return "there is no directory " + file.getParent();
    }
    return e instanceof AccessDeniedException ? "this user may not write it" : e.getMessage();
  }

  private static void writeLabels(List<Label> labels, Path file) {
    try {
      LabelWriter.write(labels, file);
    } catch (IOException e) {
      throw CommandException.failed(
          "the log is written, and its labels cannot be: " + file + " (" + e.getMessage() + ")", e);
    }
  }

  private void progress(long now) {
    records = now;
    long nanos = System.nanoTime();
    if (nanos - shown > PROGRESS_EVERY_NANOS) {
      shown = nanos;
      terminal.progress("simulating  " + Amount.count(now, "record") + "  " + rate(nanos) + "/s");
    }
  }

  private String rate(long nanos) {
    return Amount.count((long) (records * 1e9 / Math.max(1, nanos - began)));
  }
}
