package io.banwatch.simulate.traffic;

import io.banwatch.simulate.world.ApiKey;
import io.banwatch.simulate.world.Model;
import io.banwatch.simulate.world.Vendor;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/**
 * A coding agent: one conversation grows with each turn, is read from the vendor's cache, and is
 * written anew after five minutes of quiet; half an hour later begins another. Some turns are small
 * side questions to a small model.
 */
final class AgentBehaviour extends Behaviour {
  private static final long CACHE_LIVES = 5 * Time.MINUTE;
  private static final long CONVERSATION_LIVES = 30 * Time.MINUTE;
  private static final long LONGEST_CONVERSATION = 160_000;
  private static final double SIDE_QUESTIONS = 0.12;
  private static final double UNSTREAMED = 0.03;

  private final ContinuousSampler systemPrompt;
  private final ContinuousSampler turn;
  private final ContinuousSampler answer;
  private long context;
  private long lastStart = Long.MIN_VALUE / 2;

  AgentBehaviour(ApiKey key, UniformRandomProvider random, Addresses addresses, Weather weather) {
    super(key, random, addresses, weather);
    this.systemPrompt = LogNormal.of(random, 14_000, 0.2);
    this.turn = LogNormal.of(random, 900, 1.1);
    this.answer = LogNormal.of(random, 220, 1.0);
  }

  @Override
  Model model() {
    double drawn = random.nextDouble();
    if (drawn < SIDE_QUESTIONS) {
      return model(0);
    }
    return model(drawn < 0.8 ? 1 : 2);
  }

  @Override
  void describe(Request request) {
    long out = 1 + (long) Math.min(32_000, answer.sample());
    boolean side = request.model == model(0);
    request.stream = !side && random.nextDouble() >= UNSTREAMED;
    if (side) {
      request.tokens(150 + (long) Math.min(4_000, turn.sample()), 0, 0, Math.min(out, 200));
      return;
    }
    long quiet = request.start - lastStart;
    lastStart = request.start;
    long added = (long) Math.min(20_000, turn.sample());
    boolean fresh = quiet > CONVERSATION_LIVES || context + added > LONGEST_CONVERSATION;
    long known = fresh ? 0 : context;
    context = (fresh ? (long) systemPrompt.sample() : context) + added + out;
    long prompt = context - out;
    if (key.vendor() == Vendor.OPENAI) {
      long read = quiet > CACHE_LIVES ? 0 : known / 128 * 128;
      request.tokens(prompt - read, read, 0, out);
      return;
    }
    long read = quiet > CACHE_LIVES ? 0 : known;
    long uncached = Math.min(prompt - read, 3 + random.nextInt(40));
    request.tokens(uncached, read, prompt - read - uncached, out);
  }
}
