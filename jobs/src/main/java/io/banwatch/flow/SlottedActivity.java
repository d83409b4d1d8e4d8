package io.banwatch.flow;

import io.banwatch.detect.AccountActivity;

/**
 * An activity and the moment of event time at which its account looks at it, as in {@link
 * SlottedAlert}.
 *
 * @param slot epoch milliseconds
 * @param account 64-bit hash of account and vendor: what the account's state is keyed by
 * @param activity what a key did
 */
public record SlottedActivity(long slot, long account, AccountActivity activity) {}
