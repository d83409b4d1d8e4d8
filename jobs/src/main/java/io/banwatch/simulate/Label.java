package io.banwatch.simulate;

import java.time.Instant;
import java.util.List;

/**
 * What happened in a simulated log: one line of the labels.
 *
 * @param story the story's name
 * @param told as people would tell it, with the day and time of its start in UTC
 * @param reach whose traffic it touched: {@code key}, {@code account}, {@code everyone}
 * @param key hash of the key it is told of
 * @param alias alias of that key
 * @param vendor the vendor of that key's account
 * @param account the vendor's id of that key's account
 * @param from end of the story's first record, or its start when it left none
 * @param to end of its last record, or its start when it left none
 * @param records how many records it added or changed
 * @param signals the signals of which at least one should tell it; empty for a near miss
 * @param nearMissOf the signals that it must not raise
 */
public record Label(
    String story,
    String told,
    String reach,
    String key,
    String alias,
    String vendor,
    String account,
    Instant from,
    Instant to,
    long records,
    List<String> signals,
    List<String> nearMissOf) {}
