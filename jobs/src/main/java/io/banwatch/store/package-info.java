/**
 * The store job: metric log and alert log in, points in InfluxDB out.
 *
 * <p>{@code LineProtocol} is the one place where anything is escaped for InfluxDB. {@code
 * InfluxWriter} sends one batch after the other, in the logs' order, and never lets a checkpoint
 * wait for an answer; {@code AnswerRules} says what an answer means. Sources read on only while the
 * writer has room ({@code StoreProgress}), so an outage stops this job and nothing else. {@code
 * InfluxSetup} makes database, retention and downsampling.
 */
package io.banwatch.store;
