package io.banwatch.tell;

import java.io.IOException;

/**
 * Dead letters that someone asked to tell again: {@code redelivery.jsonl}, the letters' own lines.
 * A file, because it works whether the job runs or not, and is read as the alert log is.
 */
final class Redelivery {
  /** The file's name, in the service's directory. */
  static final String FILE = "redelivery.jsonl";

  private Redelivery() {}

  /**
   * The line on its way to its receiver.
   *
   * @throws IOException when it is no dead letter
   */
  static Addressed read(byte[] line) throws IOException {
    DeadLetter letter = DeadLetters.read(line);
    return new Addressed(letter.receiver(), true, true, letter.line());
  }
}
