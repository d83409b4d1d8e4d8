package io.banwatch.service;

import io.banwatch.store.StoreProgress;

/**
 * How storing stands at one moment.
 *
 * @param job how the job does
 * @param stored points that InfluxDB has taken since the start
 * @param rejected points that it refused, and lines that were none
 * @param waiting points that were read and are not stored
 * @param unreadBytes of the logs that are still to be read
 * @param trouble why nothing is stored; null while all is well, or nothing was tried yet
 * @param proven whether InfluxDB took what it was last given
 */
public record StoreStatus(
    ServiceStatus job,
    long stored,
    long rejected,
    long waiting,
    long unreadBytes,
    StoreProgress.Trouble trouble,
    boolean proven) {}
