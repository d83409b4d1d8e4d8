package io.banwatch.receive;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a segment: {@code usage-20261121T144501.123Z-000017}. Names sort in the order in
 * which segments were opened.
 *
 * @param openedAt when it was opened, with milliseconds
 * @param sequence its number, 0 to {@link #MOST}: one more than that of the segment before
 */
record SegmentName(Instant openedAt, int sequence) implements Comparable<SegmentName> {
  static final String PLAIN = ".jsonl";
  static final String COMPRESSED = ".jsonl.gz";

  /** The number that is followed by 0. */
  static final int MOST = 999_999;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Pattern FORM =
      Pattern.compile("usage-(\\d{8}T\\d{6}\\.\\d{3}Z)-(\\d{6})\\.jsonl(?:\\.gz)?");
  private static final Comparator<SegmentName> ORDER =
      Comparator.comparing(SegmentName::openedAt).thenComparing(SegmentName::sequence);

  SegmentName {
    openedAt = openedAt.truncatedTo(ChronoUnit.MILLIS);
  }

  /** The name of the segment in this file; null when the file holds none. */
  static SegmentName of(Path file) {
    Matcher form = FORM.matcher(file.getFileName().toString());
    if (!form.matches()) {
      return null;
    }
    try {
      Instant openedAt = TIME.parse(form.group(1), Instant::from);
      return new SegmentName(openedAt, Integer.parseInt(form.group(2)));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The next one; a clock that was set back does not change the order. */
  SegmentName next(Instant now) {
    Instant later = now.isAfter(openedAt) ? now : openedAt;
    return new SegmentName(later, sequence == MOST ? 0 : sequence + 1);
  }

  /** The file while it is written, and until it is compressed. */
  Path plainIn(Path directory) {
    return directory.resolve(this + PLAIN);
  }

  /** The file once it is compressed. */
  Path compressedIn(Path directory) {
    return directory.resolve(this + COMPRESSED);
  }

  /** Where the compressed file is written: hidden, so that no follower reads it. */
  Path unfinishedIn(Path directory) {
    return directory.resolve("." + this + COMPRESSED + ".tmp");
  }

  @Override
  public int compareTo(SegmentName other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return "usage-" + TIME.format(openedAt) + String.format(Locale.ROOT, "-%06d", sequence);
  }
}
