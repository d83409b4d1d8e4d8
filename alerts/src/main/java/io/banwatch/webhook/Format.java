package io.banwatch.webhook;

/** Writes notices in one form. */
interface Format {
  /**
   * What is sent.
   *
   * @param now when, epoch milliseconds
   */
  Outgoing outgoing(Content content, long now);
}
