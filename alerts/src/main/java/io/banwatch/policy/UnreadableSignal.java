package io.banwatch.policy;

/**
 * Settings of {@code feed-unreadable}.
 *
 * @param enabled whether the signal is judged at all
 * @param windowRecords the newest so many records are judged, in steps of a tenth
 * @param floor at least so many of them must have been rejected
 * @param warningShare a warning at this share of rejected records, 0 to 1
 * @param criticalShare critical at this share, 0 to 1
 * @param quietMinutes how long after the last rejection the episode resolves
 */
public record UnreadableSignal(
    boolean enabled,
    int windowRecords,
    int floor,
    double warningShare,
    double criticalShare,
    int quietMinutes) {}
