package io.banwatch.simulate.traffic;

import io.banwatch.simulate.rates.ClientRates;
import io.banwatch.simulate.rates.ClientTokens;
import io.banwatch.simulate.rates.Trace;
import io.banwatch.simulate.world.ApiKey;
import io.banwatch.simulate.world.Client;
import io.banwatch.simulate.world.KeyKind;
import io.banwatch.simulate.world.Seeds;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;

/** What each key usually does: by its kind, or by the real client that drives it. */
public final class Habits {
  private static final double TARGET_SPREAD = 1.0;
  private static final long SECONDS_A_DAY = 86_400;

  private final Seeds seeds;
  private final Trace trace;
  private final long traceSeconds;
  private final int[] order;
  private final long origin;
  private final Weather weather;

  /**
   * The habits of a world's keys.
   *
   * @param trace real clients, or null for the habits of each kind of key
   * @param origin where the log begins, microseconds since the epoch
   */
  public Habits(Seeds seeds, Trace trace, long origin) {
    this.seeds = seeds;
    this.trace = trace;
    this.traceSeconds = trace == null ? 0 : trace.seconds();
    this.order = trace == null ? new int[0] : PermutationSampler.natural(trace.clients().size());
    this.origin = origin;
    this.weather = new Weather(seeds);
    PermutationSampler.shuffle(seeds.stream("clients", 0), order);
  }

  /**
   * A key's usual requests, drawn anew for each purpose.
   *
   * @param from the first may start then, microseconds since the epoch
   * @param until none starts later
   */
  public RequestSource usual(ApiKey key, String purpose, long from, long until) {
    Arrivals arrivals = arrivals(key, seeds.stream("arrivals" + purpose, key.index()), from, until);
    return new ArrivalSource(
        arrivals, behaviour(key, seeds.stream("requests" + purpose, key.index())));
  }

  /** What a key's requests are like. Medians are the key's own, whatever the stream. */
  public Behaviour behaviour(ApiKey key, UniformRandomProvider random) {
    Addresses addresses = new Addresses(key, seeds);
    if (trace != null) {
      return new TraceBehaviour(key, random, addresses, weather, windows(key), tokens(key));
    }
    boolean agent =
        key.kind() == KeyKind.PERSON
            && (key.client() == Client.CLAUDE_CLI || key.client() == Client.CODEX);
    return agent
        ? new AgentBehaviour(key, random, addresses, weather)
        : new PlainBehaviour(key, random, seeds.stream("sizes", key.index()), addresses, weather);
  }

  private Arrivals arrivals(ApiKey key, UniformRandomProvider random, long from, long until) {
    if (trace != null) {
      return new WindowArrivals(windows(key), random, from, until);
    }
    UniformRandomProvider own = seeds.stream("rhythm", key.index());
    return switch (key.kind()) {
      case PERSON -> new PersonRhythm(key, random, own, from, until);
      case SERVICE -> new WindowArrivals(new ServiceRhythm(key, seeds, own), random, from, until);
      case BATCH -> new WindowArrivals(new BatchRhythm(key, seeds, own), random, from, until);
    };
  }

  /** The share of a client that brings the key to its target, at most the whole client. */
  private TraceWindows windows(ApiKey key) {
    ClientRates client = client(key);
    double median = trace.meanRequestsPerSecond() * Math.exp(-TARGET_SPREAD * TARGET_SPREAD / 2);
    double target =
        LogNormal.of(seeds.stream("target", key.index()), median, TARGET_SPREAD).sample();
    double share = client.share(target);
    long shift = key.index() / order.length * SECONDS_A_DAY;
    return new TraceWindows(client, share, origin, traceSeconds, shift);
  }

  private ClientRates client(ApiKey key) {
    return trace.clients().get(order[key.index() % order.length]);
  }

  /** The client's own sizes, else those of one that has some. */
  private ClientTokens tokens(ApiKey key) {
    ClientTokens own = trace.tokens().get(client(key).client());
    List<ClientTokens> known = List.copyOf(trace.tokens().values());
    return own != null ? own : known.get(key.index() % known.size());
  }
}
