package io.banwatch.simulate.traffic;

import io.banwatch.simulate.world.ApiKey;
import io.banwatch.simulate.world.KeyKind;
import io.banwatch.simulate.world.Model;
import io.banwatch.simulate.world.Vendor;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.InverseTransformParetoSampler;

/**
 * Services, batch jobs and editors: log-normal tokens around medians of the key's own, one request
 * in two hundred Pareto-large, a fixed prefix that the vendor's cache may serve.
 */
final class PlainBehaviour extends Behaviour {
  private static final double LARGE = 0.005;
  private static final double TAIL = 1.7;
  private static final long LARGEST_INPUT = 150_000;
  private static final long LARGEST_OUTPUT = 16_000;
  private static final double CACHED = 0.6;

  /** The share of a batch job's requests that compares the larger models. */
  private static final double COMPARED = 0.02;

  private final ContinuousSampler input;
  private final ContinuousSampler largeInput;
  private final ContinuousSampler answer;
  private final double streamed;
  private final double smallModel;
  private final long prefix;

  PlainBehaviour(
      ApiKey key,
      UniformRandomProvider random,
      UniformRandomProvider own,
      Addresses addresses,
      Weather weather) {
    super(key, random, addresses, weather);
    double median = LogNormal.of(own, 1_400, 0.6).sample();
    double medianAnswer = LogNormal.of(own, 260, 0.5).sample();
    this.input = LogNormal.of(random, median, 0.6);
    this.largeInput = InverseTransformParetoSampler.of(random, 6 * median, TAIL);
    this.answer = LogNormal.of(random, medianAnswer, 0.7);
    this.streamed = key.kind() == KeyKind.BATCH ? 0 : own.nextDouble();
    this.smallModel = 0.2 + 0.7 * own.nextDouble();
    this.prefix = own.nextBoolean() ? 1_024 : 0;
  }

  @Override
  Model model() {
    double drawn = random.nextDouble();
    if (key.kind() == KeyKind.BATCH && drawn < COMPARED) {
      return model(2 + random.nextInt(2));
    }
    return drawn < smallModel ? model(0) : model(1);
  }

  @Override
  void describe(Request request) {
    boolean large = random.nextDouble() < LARGE;
    double drawn = large ? largeInput.sample() : input.sample();
    long own = 20 + (long) Math.min(LARGEST_INPUT, drawn);
    long out = 1 + (long) Math.min(LARGEST_OUTPUT, answer.sample());
    boolean hit = prefix > 0 && random.nextDouble() < CACHED;
    long written = hit || request.key.vendor() == Vendor.OPENAI ? 0 : prefix;
    long uncached = hit || written > 0 ? own : own + prefix;
    request.tokens(uncached, hit ? prefix : 0, written, out);
    request.stream = random.nextDouble() < streamed;
  }
}
