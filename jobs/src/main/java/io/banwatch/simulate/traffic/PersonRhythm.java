package io.banwatch.simulate.traffic;

import io.banwatch.simulate.world.ApiKey;
import io.banwatch.simulate.world.Client;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * When someone at work starts requests: sessions, more in the middle of the morning and of the
 * afternoon of working days in their time zone, each a log-normal number of requests with gamma
 * gaps. Sessions start as a thinned Poisson process.
 */
final class PersonRhythm implements Arrivals {
  private static final double WORKING_SECONDS = 8 * 3600.0;
  private static final double GAP_SHAPE = 0.6;
  private static final double[] WEIGHT_BY_HOUR = {
    0.01, 0, 0, 0, 0, 0, 0.02, 0.1, 0.4, 0.9, 1, 0.95, 0.5, 0.7, 1, 1, 0.9, 0.7, 0.35, 0.15, 0.15,
    0.2, 0.12, 0.05
  };
  private static final double WEEKEND_WEIGHT = 0.04;
  private static final int SATURDAY = 5;

  private final LocalClock clock;
  private final UniformRandomProvider random;
  private final ContinuousSampler pause;
  private final ContinuousSampler length;
  private final ContinuousSampler gap;
  private final long until;
  private long time;
  private int left;

  PersonRhythm(
      ApiKey key, UniformRandomProvider random, UniformRandomProvider own, long from, long until) {
    boolean agent = key.client() == Client.CLAUDE_CLI || key.client() == Client.CODEX;
    double sessionsADay = LogNormal.of(own, agent ? 5.5 : 8, 0.4).sample();
    this.clock = new LocalClock(key.home().zone());
    this.random = random;
    this.pause = ZigguratSampler.Exponential.of(random, WORKING_SECONDS / sessionsADay);
    this.length = LogNormal.of(random, agent ? 15 : 5, agent ? 0.8 : 0.7);
    this.gap =
        AhrensDieterMarsagliaTsangGammaSampler.of(random, GAP_SHAPE, (agent ? 24 : 70) / GAP_SHAPE);
    this.time = from;
    this.until = until;
  }

  @Override
  public long next() {
    if (left > 0) {
      left--;
      time += Time.ofSeconds(gap.sample());
      return time < until ? time : NO_MORE;
    }
    while (time < until) {
      time += Time.ofSeconds(pause.sample());
      if (random.nextDouble() < weight(time)) {
        left = (int) Math.min(400, length.sample());
        return time < until ? time : NO_MORE;
      }
    }
    return NO_MORE;
  }

  private double weight(long at) {
    double hours = WEIGHT_BY_HOUR[(int) clock.hour(at)];
    return clock.weekday(at) < SATURDAY ? hours : hours * WEEKEND_WEIGHT;
  }
}
