package io.banwatch.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Files that stand beside their own compressed copy, because compressing them is under way or broke
 * off. One of the two is read: the file itself, unless the copy is whole and holds more.
 */
final class CompressedCopies {
  private static final String COMPRESSED = ".gz";
  private static final int BUFFER_BYTES = 1 << 16;

  private final LogBytes bytes = new LogBytes(StandardInput.ofProcess(), read -> {});
  private final Set<LogFile> leftOut = new HashSet<>();
  private final List<FileListing.Ignored> ignored = new ArrayList<>();

  private CompressedCopies() {}

  /** The same files without those whose content another one gives. */
  static FileListing leaveOut(FileListing listing) {
    CompressedCopies copies = new CompressedCopies();
    Map<String, LogFile> bySource = new HashMap<>();
    listing.files().forEach(file -> bySource.put(file.source(), file));
    for (LogFile file : listing.files()) {
      LogFile copy = bySource.get(file.source() + COMPRESSED);
      if (copy != null && !file.stream() && !copy.stream()) {
        copies.compare(file, copy);
      }
    }
    return copies.leftOut.isEmpty() ? listing : copies.without(listing);
  }

  private void compare(LogFile file, LogFile copy) {
    try {
      if (!isCopy(file, copy)) {
        return;
      }
      boolean more = uncompressedBytes(copy) > file.bytes();
      leftOut.add(more ? file : copy);
      ignored.add(
          more
              ? new FileListing.Ignored(file.source(), "its compressed copy holds more")
              : new FileListing.Ignored(copy.source(), "a compressed copy of what is read"));
    } catch (IOException e) {
      // Reading them says what is wrong.
      return;
    }
  }

  private boolean isCopy(LogFile file, LogFile copy) throws IOException {
    boolean compressed = LogHead.of(bytes, copy.source(), Fingerprint.MOST).isGzip();
    return compressed
        && !LogHead.of(bytes, file.source(), Fingerprint.MOST).isGzip()
        && LogHead.areSame(bytes, file.source(), copy.source());
  }

  /** How many bytes a compressed file holds; -1 when it is not whole. */
  private long uncompressedBytes(LogFile copy) {
    try (FileChannel channel = bytes.channel(Path.of(copy.source()));
        InputStream members = new GzipMembers(Channels.newInputStream(channel))) {
      byte[] buffer = new byte[BUFFER_BYTES];
      long sum = 0;
      for (int read = members.read(buffer, 0, buffer.length);
          read >= 0;
          read = members.read(buffer, 0, buffer.length)) {
        sum += read;
      }
      return sum;
    } catch (IOException e) {
      return -1;
    }
  }

  private FileListing without(FileListing listing) {
    List<LogFile> files = new ArrayList<>();
    for (LogFile file : listing.files()) {
      if (!leftOut.contains(file)) {
        files.add(file.withOrder(files.size()));
      }
    }
    List<FileListing.Ignored> all = new ArrayList<>(listing.ignored());
    all.addAll(ignored);
    return new FileListing(List.copyOf(files), List.copyOf(all));
  }
}
