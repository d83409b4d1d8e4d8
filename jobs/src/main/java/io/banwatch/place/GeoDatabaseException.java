package io.banwatch.place;

/**
 * A geo database cannot be used. The message names the file, says what was expected and what to do,
 * and is meant for the person who gave the file.
 */
public final class GeoDatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GeoDatabaseException(String message) {
    super(message);
  }

  GeoDatabaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
