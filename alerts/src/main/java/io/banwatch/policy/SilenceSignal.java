package io.banwatch.policy;

/**
 * Settings of {@code feed-silent}.
 *
 * @param enabled whether the signal is judged at all
 * @param requestsBefore so many requests the feed must have held before
 * @param requestsAtThatHour an hour of the week has a habit of its own once earlier weeks held so
 *     many requests in it and the hours beside it
 * @param margin a silence is unusual at this many times the longest that began at such an hour
 * @param floorMinutes no silence is told that is shorter
 * @param ceilingHours any silence is told that is longer
 * @param youngFactor the floor is multiplied by this for a feed of less than a day
 * @param criticalAtHabits a warning becomes critical at this many times the silence that raised it
 */
public record SilenceSignal(
    boolean enabled,
    int requestsBefore,
    int requestsAtThatHour,
    double margin,
    int floorMinutes,
    int ceilingHours,
    double youngFactor,
    double criticalAtHabits) {}
