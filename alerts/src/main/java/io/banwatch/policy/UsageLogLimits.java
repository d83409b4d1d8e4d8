package io.banwatch.policy;

/**
 * How the usage log is cut and kept that Banwatch writes when it receives records by HTTP.
 *
 * @param segmentMegabytes a segment is closed at this size, in 2^20 bytes, at least 1
 * @param segmentMinutes a segment is closed at this age, at least 1
 * @param keepDays closed segments that are older are removed, at least 1
 * @param keepGigabytes closed segments that take more room together are removed, the oldest first,
 *     in 2^30 bytes, at least 1
 */
public record UsageLogLimits(
    int segmentMegabytes, int segmentMinutes, int keepDays, int keepGigabytes) {}
