package io.banwatch.log;

import io.banwatch.usage.Reason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What framing made of one value.
 *
 * @param text its text; null when it was not to be decoded
 */
record Framed(String text, long offset, long length, int index, Reason reason) {
  static final int LONGEST = 10_000;

  static List<Framed> all(String log) {
    return all(log.getBytes(StandardCharsets.UTF_8), LONGEST, Integer.MAX_VALUE);
  }

  static List<String> texts(String log) {
    return all(log).stream().map(Framed::text).toList();
  }

  /** Frames a log that comes in pieces of so many bytes. */
  static List<Framed> all(byte[] log, int longest, int pieceBytes) {
    return from(ReadPosition.START, log, longest, pieceBytes);
  }

  static List<Framed> from(ReadPosition position, byte[] log, int longest, int pieceBytes) {
    JsonFraming framing = new JsonFraming(position, longest);
    List<Framed> framed = new ArrayList<>();
    int from = (int) position.offset();
    int to = from;
    do {
      to = (int) Math.min(log.length, (long) to + pieceBytes);
      byte[] kept = Arrays.copyOfRange(log, from, to);
      Frames frames = new Frames();
      int consumed =
          framing.frame(new Window(kept, kept.length, from, to == log.length), 0, frames);
      for (int i = 0; i < frames.size(); i++) {
        framed.add(of(frames, i, log));
      }
      from += consumed;
    } while (to < log.length);
    return framed;
  }

  private static Framed of(Frames frames, int frame, byte[] log) {
    Flaw flaw = frames.flaw(frame);
    int offset = (int) frames.offset(frame);
    int length = (int) frames.length(frame);
    String text = flaw == null ? new String(log, offset, length, StandardCharsets.UTF_8) : null;
    return new Framed(
        text, offset, length, frames.index(frame), flaw == null ? null : flaw.reason());
  }
}
