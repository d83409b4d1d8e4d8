package io.banwatch.simulate.rates;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens files, gzipped or not. */
final class Files {
  private static final int LONGEST_QUOTE = 60;

  private Files() {}

  static InputStream open(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(java.nio.file.Files.newInputStream(file));
    return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
  }

  /** A quotation for a message: short, and on one line. */
  static String cut(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return '"'
        + (line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "…" : line)
        + '"';
  }
}
