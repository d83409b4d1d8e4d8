package io.banwatch.log;

import java.util.List;

/**
 * What stands where a user pointed to.
 *
 * @param files to be read, in order
 * @param ignored what is not read, and why
 */
public record FileListing(List<LogFile> files, List<Ignored> ignored) {
  /**
   * Something that is not read.
   *
   * @param source its name
   * @param why a few words for people
   */
  public record Ignored(String source, String why) {}
}
