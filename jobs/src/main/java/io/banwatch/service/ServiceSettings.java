package io.banwatch.service;

import io.banwatch.flow.FollowSettings;
import java.time.Duration;

/**
 * What to run, and how safely.
 *
 * @param follow what the job follows, and where it writes
 * @param policyHash the hash of its policy
 * @param checkpointInterval how often state is saved: as much as a crash makes the job judge again
 */
public record ServiceSettings(
    FollowSettings follow, String policyHash, Duration checkpointInterval) {}
