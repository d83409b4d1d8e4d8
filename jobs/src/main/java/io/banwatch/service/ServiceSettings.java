package io.banwatch.service;

import io.banwatch.flow.FollowSettings;
import io.banwatch.store.InfluxAddress;
import io.banwatch.tell.NotifySettings;
import java.time.Duration;

/**
 * What to run, and how safely.
 *
 * @param follow what the job follows, and where it writes
 * @param policyHash the hash of its policy
 * @param checkpointInterval how often state is saved: as much as a crash makes the job judge again
 * @param telling whom the alerts are told, or null for nobody
 * @param storing where points are stored, or null for nowhere
 */
public record ServiceSettings(
    FollowSettings follow,
    String policyHash,
    Duration checkpointInterval,
    NotifySettings telling,
    InfluxAddress storing) {}
