package io.banwatch.simulate.traffic;

import io.banwatch.simulate.world.ApiKey;
import io.banwatch.simulate.world.Model;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/** What one key's requests are like: model, tokens, client, address, duration, failure. */
public abstract class Behaviour {
  private static final double MEDIAN_SECONDS_TO_FIRST_TOKEN = 0.8;
  private static final double MEDIAN_SECONDS_PER_TOKEN = 1 / 70.0;

  final ApiKey key;
  final UniformRandomProvider random;
  private final Addresses addresses;
  private final Weather weather;
  private final ContinuousSampler firstToken;
  private final ContinuousSampler perToken;

  Behaviour(ApiKey key, UniformRandomProvider random, Addresses addresses, Weather weather) {
    this.key = key;
    this.random = random;
    this.addresses = addresses;
    this.weather = weather;
    this.firstToken = LogNormal.of(random, MEDIAN_SECONDS_TO_FIRST_TOKEN, 0.5);
    this.perToken = LogNormal.of(random, MEDIAN_SECONDS_PER_TOKEN, 0.3);
  }

  /** A request of this key that starts then, not settled yet. */
  public final Request request(long start) {
    Request request = new Request(key, start, random);
    request.client = key.client();
    request.user = key.user();
    request.address = addresses.at(start, random);
    request.model = model();
    request.secondsToFirstToken = firstToken.sample();
    request.secondsPerToken = perToken.sample();
    request.failure = weather.failure(key, start, random);
    describe(request);
    return request;
  }

  /** Which model it asks for. */
  abstract Model model();

  /** Sets tokens and whether it streams. */
  abstract void describe(Request request);

  /** The nth model of the key's vendor, from small to large. */
  final Model model(int nth) {
    List<Model> models = key.vendor().models();
    return models.get(Math.min(nth, models.size() - 1));
  }
}
