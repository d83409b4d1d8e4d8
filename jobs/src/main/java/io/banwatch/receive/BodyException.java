package io.banwatch.receive;

import io.banwatch.usage.Reason;
import java.io.IOException;

/** A body cannot be read to its end. */
final class BodyException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final Reason reason;

  /**
   * @param status what is answered
   * @param reason what is noted in the log of the rest of the body
   * @param message says what is wrong, without any text of the body
   */
  BodyException(int status, Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.status = status;
    this.reason = reason;
  }

  int status() {
    return status;
  }

  Reason reason() {
    return reason;
  }
}
