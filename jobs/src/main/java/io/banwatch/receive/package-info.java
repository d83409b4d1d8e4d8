/**
 * Receives a gateway's records by HTTP and writes them to the usage log: {@link
 * io.banwatch.receive.Receiver}.
 *
 * <p>A body is framed and decoded as it streams in, reduced to what is kept, appended to the open
 * segment of {@link io.banwatch.receive.UsageLog} and made durable; only then is it acknowledged.
 * Everybody else learns of the records by following that log.
 */
package io.banwatch.receive;
