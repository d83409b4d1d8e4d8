package io.banwatch.service;

/** The service cannot start or go on; the message says why and what to do. */
public final class ServiceException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With words for the person who runs it. */
  public ServiceException(String message) {
    super(message);
  }

  /** The same, with what caused it. */
  public ServiceException(String message, Throwable cause) {
    super(message, cause);
  }
}
