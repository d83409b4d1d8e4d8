package io.banwatch.scenario;

import java.util.List;
import java.util.function.Supplier;

/**
 * A story that is written as a log.
 *
 * @param name the folder's name: lower case with hyphens
 * @param log makes the records, one JSON value each, in the order of the log
 */
record Story(String name, Supplier<List<String>> log) {}
