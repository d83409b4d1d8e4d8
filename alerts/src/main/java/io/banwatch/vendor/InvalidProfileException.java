package io.banwatch.vendor;

/** A vendor profile is wrong; the message names file, line, field and what was expected. */
public class InvalidProfileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidProfileException(String message) {
    super(message);
  }

  InvalidProfileException(String message, Throwable cause) {
    super(message, cause);
  }
}
