package io.banwatch.log;

import java.util.List;

/**
 * What the enumerator knows.
 *
 * @param discovered whether the files were looked for already
 * @param unassigned the splits that no reader has
 */
public record LogEnumeratorState(boolean discovered, List<LogSplit> unassigned) {}
