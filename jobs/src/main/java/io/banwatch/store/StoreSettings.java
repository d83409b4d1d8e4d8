package io.banwatch.store;

import java.nio.file.Path;

/**
 * What a store job reads, and where it stores it.
 *
 * @param directory of {@code metrics.jsonl} and {@code alerts.jsonl}
 * @param address which InfluxDB
 * @param bounded whether it ends where the logs end; otherwise it follows them for ever, and
 *     removes closed files of the metric log that it has stored
 * @param progress the name under which {@link StoreProgress} knows the job
 */
public record StoreSettings(
    Path directory, InfluxAddress address, boolean bounded, String progress) {}
