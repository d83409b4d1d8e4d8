package io.banwatch.gateway;

/** Reads an HTTP status. */
final class HttpStatus {
  private HttpStatus() {}

  /** The status, 100 to 599, or 0 when the text is none. */
  static int of(String text) {
    if (text == null || text.length() != 3 || text.charAt(0) < '1' || text.charAt(0) > '5') {
      return 0;
    }
    int status = 0;
    for (int i = 0; i < 3; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      status = status * 10 + digit;
    }
    return status;
  }
}
