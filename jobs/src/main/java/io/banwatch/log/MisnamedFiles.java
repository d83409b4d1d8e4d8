package io.banwatch.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Finds files that are called {@code .gz} and are not. They are read as what they are: text. */
public final class MisnamedFiles {
  private static final int MAGIC_BYTES = 2;

  private MisnamedFiles() {}

  /** The names of those among the files; one that cannot be opened is not among them. */
  public static List<String> among(List<LogFile> files) {
    return files.stream()
        .filter(file -> !file.stream())
        .map(LogFile::source)
        .filter(source -> source.toLowerCase(Locale.ROOT).endsWith(".gz"))
        .filter(source -> !isGzip(Path.of(source)))
        .toList();
  }

  private static boolean isGzip(Path file) {
    try (InputStream bytes = Files.newInputStream(file)) {
      return GzipMembers.isGzip(bytes.readNBytes(MAGIC_BYTES));
    } catch (IOException e) {
      // Reading it will say so.
      return true;
    }
  }
}
