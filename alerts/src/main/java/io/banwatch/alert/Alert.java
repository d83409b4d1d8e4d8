package io.banwatch.alert;

/**
 * One change of one alert: a line of the alert log. (id, sequence) names the line, so a repeat
 * after a crash is recognised.
 *
 * @param id names the episode; made from signal, subject and start, so that every run gives the
 *     same
 * @param sequence 1 for the first line of an episode, then counting up
 * @param status where the episode stands
 * @param severity the worst seen in this episode
 * @param signal the signal's stable id
 * @param subject whom it is about
 * @param policy the hash of the policy that raised it
 * @param startsAt event time of the episode's first record, epoch milliseconds
 * @param changedAt event time of the record, or of the end of the quiet, that made this change
 * @param endsAt when the episode ended, or null while it fires
 * @param explanation what it says to a person
 */
public record Alert(
    String id,
    int sequence,
    AlertStatus status,
    Severity severity,
    String signal,
    Subject subject,
    String policy,
    long startsAt,
    long changedAt,
    Long endsAt,
    Explanation explanation) {}
