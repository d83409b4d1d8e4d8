package io.banwatch.policy;

/**
 * How a record is learned and how far it is trusted.
 *
 * @param youngKeyPenalty what a window may hold is multiplied by 1 + this / age in days (0.5: a key
 *     of one day may hold 1.5 times as much)
 * @param youngestDays a younger key counts as this old, in days, above 0
 * @param recordDays how many days a record is remembered, 1 to 28
 * @param adoptAfterMinutes an episode that lasted as long teaches its level when it ends
 * @param adoptFactorPerWeek the most by which episodes may raise a record within seven days
 */
public record Learning(
    double youngKeyPenalty,
    double youngestDays,
    int recordDays,
    int adoptAfterMinutes,
    double adoptFactorPerWeek) {}
