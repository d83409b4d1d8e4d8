package io.banwatch.simulate.traffic;

import io.banwatch.simulate.world.ApiKey;
import io.banwatch.simulate.world.Seeds;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * How busy a nightly job is: from an hour of the night that is its own, for a time and at a rate
 * that differ a little from night to night, and silent by day.
 */
final class BatchRhythm implements Windows {
  private static final double NIGHTLY_SPREAD = 0.15;
  private static final double DISPERSION = 1.2;

  private final LocalClock clock;
  private final Seeds seeds;
  private final String purpose;
  private final double startHour;
  private final double hours;
  private final double requestsPerWindow;

  BatchRhythm(ApiKey key, Seeds seeds, UniformRandomProvider random) {
    this.clock = new LocalClock(key.home().zone());
    this.seeds = seeds;
    this.purpose = "batch-night-" + key.index();
    this.startHour = 1 + 3 * random.nextDouble();
    this.hours = 0.7 + 0.8 * random.nextDouble();
    this.requestsPerWindow = 60 + 90 * random.nextDouble();
  }

  @Override
  public Window at(long start) {
    double hour = clock.hour(start);
    double night = 1 + NIGHTLY_SPREAD * (2 * seeds.fraction(purpose, clock.day(start)) - 1);
    if (hour < startHour || hour >= startHour + hours * night) {
      return Window.EMPTY;
    }
    return new Window(requestsPerWindow * night, DISPERSION);
  }
}
