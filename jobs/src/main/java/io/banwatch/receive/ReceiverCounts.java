package io.banwatch.receive;

import io.banwatch.usage.Reason;
import java.util.Map;

/**
 * What a receiver has counted since it started.
 *
 * @param requests answered posts by status
 * @param accepted records that became durable, as acknowledged
 * @param rejected values that were not understood, by reason
 * @param skipped records that do not count
 * @param bodyBytes received, after decompression
 * @param logBytes appended to the log
 * @param forceFailures how often the disk refused to make something durable
 * @param segments of the log, the open one with them
 * @param fault why the log could not be written last time; null when it could
 */
public record ReceiverCounts(
    Map<Integer, Long> requests,
    long accepted,
    Map<Reason, Long> rejected,
    long skipped,
    long bodyBytes,
    long logBytes,
    long forceFailures,
    int segments,
    String fault) {}
