package io.banwatch.log;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a file stands among those that one writer filled one after the other, as its name says. The
 * files of a chain are read one after the other and not merged by time.
 *
 * <p>Known are the names of Banwatch's own segments, of logrotate with numbers ({@code
 * access.log.2.gz}, where 1 is the newest) and with {@code dateext} ({@code access.log-20261121}),
 * and of Log4j and Logback ({@code access-2026-11-21.1.log}). Each stem in each directory is a
 * chain of its own; a file of any other name is one alone, and so is a number without an extension
 * before it: {@code part.2} may be a shard as well.
 *
 * @param chain names the chain
 * @param generation dated files come before numbered ones, and the one that is written comes last
 * @param date digits of the date and what counts within it, sortable as text; empty without a date
 * @param number sorts files without a date; 0 when they have no number
 */
record ChainPlace(String chain, Generation generation, String date, long number)
    implements Comparable<ChainPlace> {
  /** What a name says of a file's age. */
  enum Generation {
    /** It has a date: the later, the newer. */
    DATED,
    /** It has a number: the greater, the older. */
    NUMBERED,
    /** It has neither: the writer has it open, if there are others. */
    WRITTEN
  }

  private static final String COMPRESSED = ".gz";
  private static final Pattern OWN = Pattern.compile("usage-([0-9][0-9TZ.:-]*)-(\\d{6})\\.jsonl");
  private static final Pattern DATE =
      Pattern.compile(
          "(.+?)[-._](20\\d{2})[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\\d|3[01])"
              + "((?:[-_T.:]\\d{1,10})*)(\\.[A-Za-z]\\w{0,7})?");
  private static final Pattern NUMBER = Pattern.compile("(.+\\.[A-Za-z]\\w*)\\.(\\d{1,4})");
  private static final Pattern NOT_A_DIGIT = Pattern.compile("\\D+");
  private static final String ZEROS = "0000000000";

  private static final Comparator<ChainPlace> BY_AGE =
      Comparator.comparing(ChainPlace::generation)
          .thenComparing(ChainPlace::date)
          .thenComparingLong(ChainPlace::number);

  /**
   * The place of a file.
   *
   * @param source its path, with slashes
   */
  static ChainPlace of(String source) {
    int slash = source.lastIndexOf('/');
    String directory = source.substring(0, slash + 1);
    String name = source.substring(slash + 1);
    if (name.endsWith(COMPRESSED)) {
      name = name.substring(0, name.length() - COMPRESSED.length());
    }
    Matcher own = OWN.matcher(name);
    if (own.matches()) {
      String chain = directory + "usage-*.jsonl";
      return new ChainPlace(chain, Generation.DATED, own.group(1) + '-' + own.group(2), 0);
    }
    Matcher date = DATE.matcher(name);
    if (date.matches()) {
      String chain = directory + date.group(1) + (date.group(6) == null ? "" : date.group(6));
      return new ChainPlace(chain, Generation.DATED, dateOf(date), 0);
    }
    Matcher number = NUMBER.matcher(name);
    if (number.matches()) {
      long age = Long.parseLong(number.group(2));
      return new ChainPlace(directory + number.group(1), Generation.NUMBERED, "", -age);
    }
    return alone(directory + name);
  }

  /** A file that no other follows. */
  static ChainPlace alone(String source) {
    return new ChainPlace(source, Generation.WRITTEN, "", 0);
  }

  private static String dateOf(Matcher date) {
    StringBuilder text = new StringBuilder();
    text.append(date.group(2)).append(date.group(3)).append(date.group(4));
    for (String part : NOT_A_DIGIT.split(date.group(5), -1)) {
      if (!part.isEmpty()) {
        text.append('-').append(ZEROS, 0, ZEROS.length() - part.length()).append(part);
      }
    }
    return text.toString();
  }

  @Override
  public int compareTo(ChainPlace other) {
    return BY_AGE.compare(this, other);
  }
}
