/**
 * The notify job: alert log in, deliveries out.
 *
 * <p>{@link io.banwatch.lines.LineSource} follows the log, {@code Addressing} asks the policy whom
 * each line is for, {@code DeliveriesOperator} keeps in keyed state what each receiver has still to
 * be told and sends it without ever waiting for an answer; what cannot be delivered becomes a dead
 * letter. What a message looks like is the formats' business ({@code Rendering}); how a protocol is
 * spoken is the {@code Transport}'s. Schedule, judgement, compaction and redirects are plain
 * classes without Flink.
 */
package io.banwatch.tell;
