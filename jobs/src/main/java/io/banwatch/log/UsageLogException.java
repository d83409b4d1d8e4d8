package io.banwatch.log;

/**
 * A usage log that cannot be read at all, found before anything started. The message names the path
 * and says what to do.
 */
public final class UsageLogException extends RuntimeException {
  public UsageLogException(String message) {
    super(message);
  }

  public UsageLogException(String message, Throwable cause) {
    super(message, cause);
  }
}
