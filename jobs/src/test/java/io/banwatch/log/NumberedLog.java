package io.banwatch.log;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A gateway that writes numbered records through a buffer, so that a write seldom ends where a
 * record does, and opens its file again when it is told to.
 */
final class NumberedLog {
  private static final int BUFFER = 8192;
  private static final Pattern WHOLE = Pattern.compile("\\{\"t\":(\\d+),\"id\":\"\\1\",.*\\}");
  private static final String REST = ",\"x\":\"" + "y".repeat(200) + "\"}\n";

  private final Path log;
  private final Path asked;
  private final int rate;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
  private final Thread thread = new Thread(this::write, "numbered-log");
  private volatile boolean stopped;
  private int written;

  /**
   * What came of it.
   *
   * @param lost records that stand in a file and were not read
   * @param doubled records that were read more than once
   * @param inNoFile records that stand in no file and were not read: the rotation lost them
   * @param torn values that were rejected: halves that the rotation left
   */
  record Outcome(
      int rotations, int written, long read, int lost, int doubled, int inNoFile, long torn) {}

  /**
   * @param rate records a second at most
   */
  NumberedLog(Path log, int rate) {
    this.log = log;
    this.rate = rate;
    asked = log.resolveSibling("reopen");
  }

  /** The lines of logrotate's configuration that have the writer open its file again. */
  String reopenWhenRotated(boolean copies) {
    return copies
        ? ""
        : "postrotate\ntouch %s\nwhile [ -e %s ]; do sleep 0.02; done\nendscript\n"
            .formatted(asked, asked);
  }

  void start() {
    thread.start();
  }

  void stop() throws InterruptedException {
    stopped = true;
    thread.join();
  }

  private void write() {
    try {
      long began = System.nanoTime();
      FileChannel channel = open();
      while (!stopped) {
        if (Files.exists(asked)) {
          flush(channel);
          channel.close();
          channel = open();
          Files.delete(asked);
        }
        byte[] line = line(written);
        while (line.length > buffer.remaining()) {
          int part = buffer.remaining();
          buffer.put(line, 0, part);
          flush(channel);
          line = Arrays.copyOfRange(line, part, line.length);
        }
        buffer.put(line);
        written++;
        long due = began + written * 1_000_000_000L / rate;
        if (written % 100 == 0 && due > System.nanoTime()) {
          Thread.sleep((due - System.nanoTime()) / 1_000_000 + 1);
        }
      }
      flush(channel);
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] line(int number) {
    return ("{\"t\":" + number + ",\"id\":\"" + number + "\"" + REST)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private FileChannel open() throws IOException {
    return FileChannel.open(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private void flush(FileChannel channel) throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }

  /** Compares what was written with what stands in the files, and with what was read. */
  Outcome outcome(int rotations) throws IOException {
    BitSet standing = standing();
    int lost = 0;
    int doubled = 0;
    int inNoFile = 0;
    for (int i = 0; i < written; i++) {
      int times = CountedRecords.times(i);
      if (times > 1) {
        doubled++;
      } else if (times == 0 && standing.get(i)) {
        lost++;
        if (i == 0 || CountedRecords.times(i - 1) != 0 || CountedRecords.times(i + 1) != 0) {
          System.out.println("  lost " + i);
        }
      } else if (times == 0) {
        inNoFile++;
      }
    }
    return new Outcome(
        rotations,
        written,
        CountedRecords.count() - CountedRecords.rejected(),
        lost,
        doubled,
        inNoFile,
        CountedRecords.rejected());
  }

  /** The records that stand whole in any file that is left. */
  private BitSet standing() throws IOException {
    BitSet standing = new BitSet();
    try (Stream<Path> all = Files.list(log.getParent())) {
      List<Path> files =
          all.filter(each -> each.getFileName().toString().startsWith("access.log")).toList();
      for (Path file : files) {
        try (InputStream bytes = Files.newInputStream(file);
            InputStream plain =
                file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
            BufferedReader lines =
                new BufferedReader(new InputStreamReader(plain, StandardCharsets.US_ASCII))) {
          for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher whole = WHOLE.matcher(line);
            if (whole.matches()) {
              standing.set(Integer.parseInt(whole.group(1)));
            }
          }
        }
      }
    }
    return standing;
  }

  /** Deletes a directory with all that is in it. */
  static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
