package io.banwatch.metric;

import java.util.List;

/**
 * What was measured of one series at one time. A point of the same measurement, tags and time takes
 * the place of an earlier one. Equal points give equal bytes.
 *
 * @param measurement what was measured
 * @param timeMillis the start of its slice of event time, epoch milliseconds
 * @param tags what tells its series from the others, in the measurement's order
 * @param fields its values, in the measurement's order, at least one
 */
public record Point(Measurement measurement, long timeMillis, List<Tag> tags, List<Field> fields) {}
