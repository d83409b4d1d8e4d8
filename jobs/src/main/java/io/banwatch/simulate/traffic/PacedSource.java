package io.banwatch.simulate.traffic;

import java.util.function.Consumer;
import java.util.function.LongToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Requests that a story adds, at a rate that may change with time: a thinned Poisson process. */
public final class PacedSource implements RequestSource {
  private final Behaviour behaviour;
  private final UniformRandomProvider random;
  private final long until;
  private final LongToDoubleFunction perMinute;
  private final double most;
  private final Consumer<Request> change;
  private final ContinuousSampler gap;
  private long time;

  /**
   * Requests between two times, microseconds since the epoch. At the highest rate one starts at the
   * first.
   *
   * @param perMinute requests a minute at a time
   * @param most the largest that {@code perMinute} returns
   * @param change what makes them the story's
   */
  public PacedSource(
      Behaviour behaviour,
      UniformRandomProvider random,
      long from,
      long until,
      LongToDoubleFunction perMinute,
      double most,
      Consumer<Request> change) {
    this.behaviour = behaviour;
    this.random = random;
    this.until = until;
    this.perMinute = perMinute;
    this.most = most;
    this.change = change;
    this.gap = ZigguratSampler.Exponential.of(random, 60 / most);
    this.time = from;
  }

  @Override
  public Request next() {
    while (time < until) {
      long start = time;
      double rate = perMinute.applyAsDouble(start);
      time += Time.ofSeconds(gap.sample());
      if (random.nextDouble() * most < rate) {
        Request request = behaviour.request(start);
        change.accept(request);
        return request;
      }
    }
    return null;
  }
}
