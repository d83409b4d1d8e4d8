package io.banwatch.gateway;

/**
 * Finds where a JSON value ends by its brackets and quotes alone, so that what follows a value that
 * no parser accepts can still be read.
 */
final class JsonBounds {
  private JsonBounds() {}

  /**
   * The byte after the value.
   *
   * @param from its first byte
   * @return -1 when the value does not end within the limit
   */
  static int endOfValue(byte[] buffer, int from, int limit) {
    int depth = 0;
    int at = from;
    while (at < limit) {
      switch (buffer[at]) {
        case '"' -> {
          at = endOfString(buffer, at + 1, limit);
          if (at < 0) {
            return -1;
          }
        }
        case '{', '[' -> {
          depth++;
          at++;
        }
        case '}', ']' -> {
          if (depth == 0) {
            return at;
          }
          depth--;
          at++;
        }
        case ',' -> {
          if (depth == 0) {
            return at;
          }
          at++;
        }
        default -> {
          at++;
          continue;
        }
      }
      if (depth == 0) {
        return at;
      }
    }
    return -1;
  }

  /** The next byte that is no white space, or the limit. */
  static int skipSpace(byte[] buffer, int from, int limit) {
    int at = from;
    while (at < limit && isSpace(buffer[at])) {
      at++;
    }
    return at;
  }

  private static int endOfString(byte[] buffer, int from, int limit) {
    int at = from;
    while (at < limit && buffer[at] != '"') {
      at += buffer[at] == '\\' ? 2 : 1;
    }
    return at < limit ? at + 1 : -1;
  }

  private static boolean isSpace(byte character) {
    return character == ' ' || character == '\t' || character == '\n' || character == '\r';
  }
}
