package io.banwatch.lines;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Follows a log of lines from file to file, as it is written, rotated, gzipped and, at its old end,
 * removed. Reads each whole line once; never waits. Where files were removed before they were read,
 * it goes on with the oldest that is left and says so.
 */
public final class LineLog implements Closeable {
  private final LineFiles files;
  private final Consumer<Path> gaps;
  private LineFileReader reader;
  private String head;
  private long offset;

  /**
   * @param open the file that grows
   * @param from where to go on
   * @param gaps receives, where files were removed before they were read to their end, the file
   *     with which reading goes on
   */
  LineLog(Path open, LinePosition from, Consumer<Path> gaps) {
    files = new LineFiles(open);
    this.gaps = gaps;
    head = from.head();
    offset = from.offset();
  }

  /** Where it goes on. */
  LinePosition position() {
    return new LinePosition(head, offset);
  }

  /**
   * The next lines, without their ends.
   *
   * @param most how many, at least 1
   * @return empty when there are none yet
   * @throws IOException when a file cannot be read
   */
  public List<byte[]> read(int most) throws IOException {
    List<byte[]> lines = new ArrayList<>();
    try {
      while (lines.isEmpty() && (reader != null || isFound())) {
        reader.read(most, lines);
        offset = reader.offset();
        if (lines.isEmpty() && !hasMoved()) {
          break;
        }
      }
    } catch (NoSuchFileException e) {
      // Renamed or removed since it was listed; the next call finds what is there then.
      forget();
    }
    return lines;
  }

  /** Opens the file where reading stopped, else the one after it. */
  private boolean isFound() throws IOException {
    Path path = head.isEmpty() ? null : files.find(head);
    if (path == null) {
      return isOpened(head);
    }
    LineFileReader found = LineFileReader.open(path);
    if (!head.equals(found.head())) {
      found.close();
      return false;
    }
    found.seek(offset);
    reader = found;
    return true;
  }

  /** At the end of a file: goes on when that will not grow any more and another follows. */
  private boolean hasMoved() throws IOException {
    boolean grows = reader.path().equals(files.open());
    if (grows && reader.isInPlace()) {
      if (reader.isCut()) {
        // Not by its writer, which cuts unfinished lines only: it was written anew.
        forget();
        head = "";
        offset = 0;
        return isOpened("");
      }
      return false;
    }
    List<byte[]> last = new ArrayList<>();
    LineFileReader ended = reader;
    // Between its last look and the renaming its writer may have added lines.
    if (ended.read(1, last)) {
      ended.seek(offset);
      return true;
    }
    if (!isOpened(head)) {
      return false;
    }
    ended.close();
    return true;
  }

  private boolean isOpened(String before) throws IOException {
    LineFiles.Next after = files.after(before);
    if (after == null) {
      return false;
    }
    Path path = after.file();
    LineFileReader next = LineFileReader.open(path);
    // The path may have got another file since it was listed.
    if (next.head() == null || !after.equals(files.after(before)) || !next.isInPlace()) {
      next.close();
      return false;
    }
    if (after.gap()) {
      gaps.accept(path);
    }
    reader = next;
    head = next.head();
    offset = 0;
    return true;
  }

  private void forget() throws IOException {
    if (reader != null) {
      reader.close();
      reader = null;
    }
  }

  @Override
  public void close() throws IOException {
    forget();
  }
}
