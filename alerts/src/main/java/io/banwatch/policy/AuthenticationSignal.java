package io.banwatch.policy;

/**
 * Settings of {@code auth-failures}.
 *
 * @param enabled whether the signal is judged at all
 * @param inARow this many refused credentials in a row fire
 * @param share so does this share of the answers of ten minutes, 0 to 1
 * @param shareOfAtLeast when there were at least this many answers
 * @param quietMinutes how long after the last finding an episode resolves
 */
public record AuthenticationSignal(
    boolean enabled, int inARow, double share, int shareOfAtLeast, int quietMinutes) {}
