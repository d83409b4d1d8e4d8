/**
 * The usage log as a source: {@link io.banwatch.log.UsageLogSource}.
 *
 * <p>Four parts, none of which knows the others' business. Discovery ({@link
 * io.banwatch.log.LogDiscovery}) finds files, and alone knows whether the log ends. Bytes are read
 * at a position, uncompressed ({@code LogBytes}). Framing ({@code JsonFraming}) finds values in
 * them and knows no file. Decoding is the gateway formats' ({@link
 * io.banwatch.gateway.UsageDecoder}). What carries a log without files, as a Kafka topic does,
 * frames and decodes by itself: jobs take any {@code Source<LogRecord, ?, ?>}.
 */
package io.banwatch.log;
