/**
 * The notify job: alert log in, deliveries out.
 *
 * <p>{@link io.banwatch.lines.LineSource} follows the log, {@code Addressing} asks the policy whom
 * each line is for, {@code DeliveriesOperator} keeps in keyed state what each receiver has still to
 * be told and sends it without ever waiting for an answer; what cannot be delivered becomes a dead
 * letter. For one receiver, {@code ReceiverDeliveries} decides what is sent, {@code Answers} what
 * follows, {@code ReceiverNews} what a person hears of it. What a message looks like is the
 * business of {@link io.banwatch.webhook}; how a protocol is spoken, that of {@code HttpTransport}
 * and {@code MailTransport}. Schedule, judgement, compaction and redirects are plain classes
 * without Flink.
 */
package io.banwatch.tell;
