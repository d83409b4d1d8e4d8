package io.banwatch.flow;

import io.banwatch.alert.Alert;

/**
 * An alert line and the moment of event time at which it is due. The moment is always ahead of the
 * watermark that the emitting operator has passed on, so that lines of all operators can be put
 * into one order that does not depend on how they raced.
 *
 * @param slot epoch milliseconds
 * @param alert the line
 */
public record SlottedAlert(long slot, Alert alert) {}
