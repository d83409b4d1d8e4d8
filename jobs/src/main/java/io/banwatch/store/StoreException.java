package io.banwatch.store;

/** The store job cannot go on until a person sets something right; the message says what. */
public final class StoreException extends Exception {
  private static final long serialVersionUID = 1L;

  StoreException(String message) {
    super(message);
  }
}
