package io.banwatch.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * The checksums of a checkpoint's files: Flink writes none, so that a byte that a disk changed
 * would go on as something that was learned. They stand beside the checkpoint, one line a file:
 * CRC-32C in hexadecimal, bytes, name. Not within it: Flink removes only a directory of its own
 * files.
 */
final class CheckpointSums {
  private static final String EXTENSION = ".crc32c";
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{8}) (\\d{1,18}) ([^/]+)");
  private static final int BUFFER_BYTES = 1 << 16;

  private CheckpointSums() {}

  /**
   * Writes the checksums of a checkpoint as it stands there now, and removes those of checkpoints
   * that are gone.
   *
   * @throws IOException when it cannot be read, for example because it was removed meanwhile, or
   *     its checksums cannot be written
   */
  static void write(Path checkpoint) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Path file : filesIn(checkpoint)) {
      lines.append(line(file)).append('\n');
    }
    Path sums = beside(checkpoint);
    Path unfinished = sums.resolveSibling(sums.getFileName() + ".tmp");
    Files.writeString(unfinished, lines);
    try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(unfinished, sums, StandardCopyOption.ATOMIC_MOVE);
    forgetRemoved(checkpoint.getParent());
  }

  /**
   * What differs from when the checksums were written, in words; null when nothing does, or when
   * there are none.
   *
   * @throws IOException when a file cannot be read
   */
  static String difference(Path checkpoint) throws IOException {
    Path sums = beside(checkpoint);
    if (!Files.exists(sums)) {
      return null;
    }
    List<Matcher> lines = new ArrayList<>();
    for (String line : new String(Files.readAllBytes(sums), UTF_8).lines().toList()) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        // The machine fell while it was written: it tells nothing.
        return null;
      }
      lines.add(matcher);
    }
    for (Matcher line : lines) {
      Path file = checkpoint.resolve(line.group(3));
      try {
        if (!line(file).equals(line.group())) {
          return line.group(3) + " is not as it was written";
        }
      } catch (NoSuchFileException e) {
        return line.group(3) + " is missing";
      }
    }
    return null;
  }

  /** Gives a copy of a checkpoint the checksums of the original, if it has any. */
  static void copy(Path checkpoint, Path copy) throws IOException {
    Path sums = beside(checkpoint);
    if (Files.exists(sums)) {
      Files.copy(sums, beside(copy), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static Path beside(Path checkpoint) {
    return checkpoint.resolveSibling(checkpoint.getFileName() + EXTENSION);
  }

  private static List<Path> filesIn(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  private static String line(Path file) throws IOException {
    CRC32C sum = new CRC32C();
    long bytes = 0;
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        sum.update(buffer, 0, read);
        bytes += read;
      }
    }
    return String.format(Locale.ROOT, "%08x %d %s", sum.getValue(), bytes, file.getFileName());
  }

  private static void forgetRemoved(Path directory) throws IOException {
    for (Path file : filesIn(directory)) {
      String name = file.getFileName().toString();
      if (name.endsWith(EXTENSION)) {
        String checkpoint = name.substring(0, name.length() - EXTENSION.length());
        if (!Files.exists(directory.resolve(checkpoint))) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
