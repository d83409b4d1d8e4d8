package io.banwatch.policy;

/**
 * When the geo database is too old to be believed about small distances.
 *
 * @param oldDays from this age on, in days
 * @param withinKm about distances below this, in kilometres
 */
public record GeoDoubt(int oldDays, double withinKm) {}
