/**
 * The whole lines of a log of ours that rotates, for the jobs that follow one: {@code
 * alerts.jsonl}, {@code metrics.jsonl} and the files closed before them.
 *
 * <p>{@link io.banwatch.lines.LineSource} is the source, {@code LineLog} goes from file to file,
 * {@code LineFileReader} reads one. {@link io.banwatch.lines.RotatedNames} knows what closed files
 * are called, for those who write them as well.
 */
package io.banwatch.lines;
