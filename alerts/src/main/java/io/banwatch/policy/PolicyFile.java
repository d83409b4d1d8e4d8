package io.banwatch.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a policy's text, or says why that cannot be done. */
final class PolicyFile {
  private static final int BYTE_LIMIT = 1 << 20;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String source;

  private PolicyFile(Path path) {
    this.source = path.toString();
  }

  /**
   * The file's text, without a byte order mark.
   *
   * @throws PolicyException when the file cannot be read, is too large, or is not UTF-8
   */
  static String read(Path path) {
    PolicyFile file = new PolicyFile(path);
    if (Files.notExists(path)) {
      throw file.problem(0, 0, "no such file", "a policy file");
    }
    if (Files.isDirectory(path)) {
      throw file.problem(0, 0, "a directory", "a policy file");
    }
    try (InputStream stream = Files.newInputStream(path)) {
      byte[] bytes = stream.readNBytes(BYTE_LIMIT + 1);
      if (bytes.length > BYTE_LIMIT) {
        throw file.problem(0, 0, "more than 1 MiB", "a policy file");
      }
      return file.decode(bytes);
    } catch (IOException e) {
      String found = "a file that cannot be read (" + e.getClass().getSimpleName() + ")";
      throw file.problem(0, 0, found, "a readable policy file");
    }
  }

  private String decode(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
    text.flip();
    if (result.isError()) {
      String before = text.toString();
      int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
      int column = before.length() - before.lastIndexOf('\n');
      throw problem(line, column, "bytes that are not UTF-8", "a policy saved as UTF-8");
    }
    boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    return marked ? text.subSequence(1, text.length()).toString() : text.toString();
  }

  private PolicyException problem(int line, int column, String found, String expected) {
    return new PolicyException(
        List.of(new Problem(source, line, column, "", found, expected, null)));
  }
}
