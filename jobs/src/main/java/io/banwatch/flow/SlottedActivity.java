package io.banwatch.flow;

import io.banwatch.detect.AccountActivity;

/**
 * An activity and the moment of event time at which its account looks at it, as in {@link
 * SlottedAlert}.
 *
 * @param slot epoch milliseconds
 * @param activity what a key did
 */
public record SlottedActivity(long slot, AccountActivity activity) {}
