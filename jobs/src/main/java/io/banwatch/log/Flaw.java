package io.banwatch.log;

import io.banwatch.usage.Reason;

/**
 * Why a value cannot be handed to a decoder.
 *
 * @param reason from the closed list
 * @param detail a sentence for people, without any text of the value
 */
record Flaw(Reason reason, String detail) {
  static final Flaw TRUNCATED =
      new Flaw(Reason.TRUNCATED, "the file ends in the middle of this value");
  static final Flaw OPEN_ARRAY =
      new Flaw(Reason.TRUNCATED, "the file ends before its array is closed");
  static final Flaw UTF16 =
      new Flaw(
          Reason.NOT_UTF8,
          "the file starts with a UTF-16 or UTF-32 mark: convert it to UTF-8 and read it again");

  static Flaw tooLong(int longest) {
    return new Flaw(Reason.TOO_LONG, "longer than the " + longest + " bytes that a value may have");
  }

  static Flaw unreadable(String detail) {
    return new Flaw(Reason.UNREADABLE, detail);
  }
}
