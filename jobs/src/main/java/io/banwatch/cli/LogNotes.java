package io.banwatch.cli;

import io.banwatch.log.FileListing;
import io.banwatch.log.MisnamedFiles;
import io.banwatch.log.UsageLogException;
import io.banwatch.log.UsageLogSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a person should know of the files that a log names: which are not read, and why. */
final class LogNotes {
  private static final int MOST_REASONS = 8;

  private LogNotes() {}

  /**
   * One line for each reason, with the first file that it holds for.
   *
   * @param logs files, directories and {@code -}, as given
   * @throws CommandException when one of them cannot be read
   */
  static List<String> of(List<String> logs) {
    FileListing listing = listing(logs);
    List<String> notes = new ArrayList<>(leftOut(listing.ignored()));
    List<String> misnamed = MisnamedFiles.among(listing.files());
    if (!misnamed.isEmpty()) {
      notes.add(
          named(misnamed)
              + ": not gzipped, whatever the name says; read as text. A damaged copy looks like"
              + " this too.");
    }
    return notes;
  }

  private static FileListing listing(List<String> logs) {
    try {
      return UsageLogSource.list(logs);
    } catch (UsageLogException e) {
      throw CommandException.wrongUsage(e.getMessage());
    }
  }

  private static List<String> leftOut(List<FileListing.Ignored> ignored) {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    for (FileListing.Ignored each : ignored) {
      byReason.computeIfAbsent(each.why(), why -> new ArrayList<>()).add(each.source());
    }
    List<String> notes = new ArrayList<>();
    int told = 0;
    for (Map.Entry<String, List<String>> each : byReason.entrySet()) {
      if (notes.size() == MOST_REASONS) {
        notes.add("not read: " + Amount.count(ignored.size() - told, "more file"));
        break;
      }
      told += each.getValue().size();
      notes.add("not read: " + named(each.getValue()) + " (" + each.getKey() + ")");
    }
    return notes;
  }

  private static String named(List<String> sources) {
    int others = sources.size() - 1;
    return sources.get(0) + (others == 0 ? "" : " and " + Amount.count(others) + " more");
  }
}
