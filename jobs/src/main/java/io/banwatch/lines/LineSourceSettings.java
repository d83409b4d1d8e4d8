package io.banwatch.lines;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What a source of lines reads, and how.
 *
 * @param open the path of the file that grows
 * @param reader what its metrics call the reader
 * @param bounded whether it ends where the log ends
 * @param opening what is taken when the log was never read before
 * @param notices who hears of files that were removed unread
 * @param gate when it reads on
 * @param passed what becomes of files that were read
 */
record LineSourceSettings(
    String open,
    String reader,
    boolean bounded,
    Opening opening,
    LineNotices notices,
    LineGate gate,
    Passed passed)
    implements Serializable {

  LineSourceSettings with(LineGate otherGate) {
    return new LineSourceSettings(open, reader, bounded, opening, notices, otherGate, passed);
  }

  LineSourceSettings with(Passed otherPassed) {
    return new LineSourceSettings(open, reader, bounded, opening, notices, gate, otherPassed);
  }

  /** The log from a place on; gaps are told of and counted. */
  LineLog log(LinePosition from, Runnable count) {
    Path file = Path.of(open);
    Consumer<String> listener = notices.listener();
    return new LineLog(
        file,
        from,
        next -> {
          count.run();
          listener.accept(
              "files of "
                  + file
                  + " were removed before they were read to their end: lines are lost. Reading goes"
                  + " on with "
                  + next.getFileName()
                  + ". Keep closed files for longer than their reader may be away.");
        });
  }
}
