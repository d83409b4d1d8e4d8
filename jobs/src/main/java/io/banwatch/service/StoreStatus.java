package io.banwatch.service;

/**
 * How storing stands at one moment.
 *
 * @param job how the job does
 * @param stored points that InfluxDB has taken since the start
 * @param rejected points that it refused, and lines that were none
 * @param waiting points that were read and are not stored
 * @param unreadBytes of the logs that are still to be read
 * @param trouble why nothing is stored, a sentence; null while all is well
 * @param troubleMillis since when, epoch milliseconds; 0 while all is well
 */
public record StoreStatus(
    ServiceStatus job,
    long stored,
    long rejected,
    long waiting,
    long unreadBytes,
    String trouble,
    long troubleMillis) {}
