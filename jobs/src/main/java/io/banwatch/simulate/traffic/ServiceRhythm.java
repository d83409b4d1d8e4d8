package io.banwatch.simulate.traffic;

import io.banwatch.simulate.world.ApiKey;
import io.banwatch.simulate.world.Seeds;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * How busy a service is: awake all day with a wave over the day, quieter at the weekend, a level of
 * its own every hour, and bursts inside.
 */
final class ServiceRhythm implements Windows {
  private static final double MEDIAN_REQUESTS_A_SECOND = 0.018;
  private static final double SPREAD = 0.6;
  private static final double NIGHT = 0.3;
  private static final double WEEKEND = 0.6;
  private static final double PEAK_HOUR = 14.5;
  private static final int SATURDAY = 5;
  private static final double HOURLY_SPREAD = 0.25;

  private final LocalClock clock;
  private final Seeds seeds;
  private final String purpose;
  private final double requestsPerWindow;
  private final double dispersion;

  ServiceRhythm(ApiKey key, Seeds seeds, UniformRandomProvider random) {
    this.clock = new LocalClock(key.home().zone());
    this.seeds = seeds;
    this.purpose = "service-level-" + key.index();
    this.requestsPerWindow =
        LogNormal.of(random, MEDIAN_REQUESTS_A_SECOND, SPREAD).sample() * (LENGTH / Time.SECOND);
    this.dispersion = 1.5 + 3.5 * random.nextDouble();
  }

  @Override
  public Window at(long start) {
    double angle = (clock.hour(start) - PEAK_HOUR) / 24 * 2 * Math.PI;
    double day = NIGHT + (1 - NIGHT) * 0.5 * (1 + Math.cos(angle));
    double week = clock.weekday(start) < SATURDAY ? 1 : WEEKEND;
    double drawn = seeds.fraction(purpose, Math.floorDiv(start, Time.HOUR));
    double level = 1 + HOURLY_SPREAD * (2 * drawn - 1);
    return new Window(requestsPerWindow * day * week * level * 1.4, dispersion);
  }
}
