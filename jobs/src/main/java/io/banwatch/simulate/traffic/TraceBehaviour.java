package io.banwatch.simulate.traffic;

import io.banwatch.simulate.rates.ClientTokens;
import io.banwatch.simulate.world.ApiKey;
import io.banwatch.simulate.world.Model;
import org.apache.commons.rng.UniformRandomProvider;

/** Requests of the sizes of a real client's. */
final class TraceBehaviour extends Behaviour {
  private static final double SMALL_MODEL = 0.5;

  private final TraceWindows windows;
  private final ClientTokens tokens;
  private final double streamed;

  TraceBehaviour(
      ApiKey key,
      UniformRandomProvider random,
      Addresses addresses,
      Weather weather,
      TraceWindows windows,
      ClientTokens tokens) {
    super(key, random, addresses, weather);
    this.windows = windows;
    this.tokens = tokens;
    this.streamed = random.nextDouble();
  }

  @Override
  Model model() {
    return random.nextDouble() < SMALL_MODEL ? model(0) : model(1);
  }

  @Override
  void describe(Request request) {
    ClientTokens.Sizes sizes = tokens.at(windows.seconds(request.start));
    long input = Math.round(sizes.input().at(random.nextDouble()));
    long output = Math.round(sizes.output().at(random.nextDouble()));
    request.tokens(input, 0, 0, output);
    request.stream = random.nextDouble() < streamed;
  }
}
