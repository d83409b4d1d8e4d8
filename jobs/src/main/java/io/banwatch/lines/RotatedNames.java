package io.banwatch.lines;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the closed files of a log are called: {@code alerts-20261121T080000.000Z.jsonl}, and with
 * {@code .gz} at the end once it is compressed, beside {@code alerts.jsonl}, which grows. Names
 * sort in the order in which the files were closed.
 */
public final class RotatedNames {
  /** What a compressed file's name ends with. */
  public static final String GZIPPED = ".gz";

  /** What the name of a compressed file ends with until it is whole. */
  public static final String UNFINISHED = ".gz.tmp";

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path open;
  private final String stem;
  private final String ending;
  private final Pattern form;

  /**
   * @param open the file that grows; its name has an ending
   */
  public RotatedNames(Path open) {
    this.open = open.toAbsolutePath();
    String name = open.getFileName().toString();
    int dot = name.lastIndexOf('.');
    stem = name.substring(0, dot);
    ending = name.substring(dot);
    form =
        Pattern.compile(
            Pattern.quote(stem)
                + "-(\\d{8}T\\d{6}\\.\\d{3}Z)"
                + Pattern.quote(ending)
                + "(\\.gz|\\.gz\\.tmp)?");
  }

  /** The file that grows. */
  public Path open() {
    return open;
  }

  /** The file closed at a moment, before it is compressed. */
  public Path closedAt(Instant moment) {
    return open.resolveSibling(stem + "-" + STAMP.format(moment) + ending);
  }

  /** The compressed file of one that is not. */
  public static Path gzipped(Path plain) {
    return plain.resolveSibling(plain.getFileName() + GZIPPED);
  }

  /** Where the compressed file is written until it is whole. */
  public static Path unfinished(Path plain) {
    return plain.resolveSibling(plain.getFileName() + UNFINISHED);
  }

  /** What a file's name says; empty when it is not that of a closed file of this log. */
  public Optional<Closed> closed(Path file) {
    Matcher name = form.matcher(file.getFileName().toString());
    if (!name.matches()) {
      return Optional.empty();
    }
    String after = name.group(2);
    return Optional.of(new Closed(name.group(1), after == null ? "" : after));
  }

  /**
   * A closed file.
   *
   * @param stamp when it was closed, as it stands in the name; later ones are greater
   * @param compression {@link #GZIPPED}, {@link #UNFINISHED} or empty
   */
  public record Closed(String stamp, String compression) {}
}
