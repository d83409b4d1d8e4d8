package io.banwatch.simulate.traffic;

import io.banwatch.simulate.world.ApiKey;
import io.banwatch.simulate.world.Client;
import io.banwatch.simulate.world.Model;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * One request through the gateway. Stories change it after it was drawn, so it is mutable and
 * belongs to one thread; {@link #settle} reckons its end once nothing changes any more.
 */
public final class Request {
  /** No story made or changed the request. */
  public static final int NO_STORY = -1;

  private static final double SLOWEST_STREAM_SECONDS = 900;

  public final ApiKey key;

  /** Index of the story that added it, or {@link #NO_STORY}. */
  public int addedBy = NO_STORY;

  /** Index of the story that added or last changed it, or {@link #NO_STORY}. */
  public int story = NO_STORY;

  /** The start, microseconds since the epoch. */
  public final long start;

  /** When its first token came, microseconds since the epoch; known once settled. */
  public long firstToken;

  /** The end, microseconds since the epoch; known once settled. */
  public long end;

  /** The halves of the request id. */
  public final long idHigh;

  public final long idLow;

  /** The trace that a request shares with its retries. */
  public final long trace;

  /** How often it was tried before. */
  public final int attempt;

  public Model model;
  public long uncachedInput;
  public long cacheRead;
  public long cacheWrite;
  public long output;
  public boolean stream;

  /** Whether it only prepares the story that added it, and is not part of its label. */
  public boolean history;

  /** How it failed, or null when it succeeded. */
  public Failure failure;

  public Client client;
  public String address;

  /** The person or service behind it, or null when the key has none. */
  public String user;

  /** The organisation of the subscription whose token the client sent, or null. */
  public String subscription;

  /** Seconds until the first token. */
  public double secondsToFirstToken;

  /** Seconds for each further token. */
  public double secondsPerToken;

  public Request(ApiKey key, long start, UniformRandomProvider random) {
    this(key, start, random, random.nextLong(), 0);
  }

  private Request(ApiKey key, long start, UniformRandomProvider random, long trace, int attempt) {
    this.key = key;
    this.start = start;
    this.idHigh = random.nextLong();
    this.idLow = random.nextLong();
    this.trace = trace;
    this.attempt = attempt;
  }

  /** The same request, tried again at a later time; not failed yet. */
  public Request again(long later, UniformRandomProvider random) {
    Request copy = new Request(key, later, random, trace, attempt + 1);
    copy.addedBy = addedBy;
    copy.story = addedBy;
    copy.model = model;
    copy.uncachedInput = uncachedInput;
    copy.cacheRead = cacheRead;
    copy.cacheWrite = cacheWrite;
    copy.output = output;
    copy.stream = stream;
    copy.client = client;
    copy.address = address;
    copy.user = user;
    copy.subscription = subscription;
    copy.secondsToFirstToken = secondsToFirstToken;
    copy.secondsPerToken = secondsPerToken;
    return copy;
  }

  /** Sets the tokens it uses. */
  public void tokens(long uncached, long read, long write, long out) {
    uncachedInput = uncached;
    cacheRead = read;
    cacheWrite = write;
    output = out;
  }

  /** Reckons first token and end from what it uses, or from how it failed. */
  public void settle() {
    if (failure != null) {
      double share = 0.5 + (idLow >>> 11) * 0x1.0p-53;
      double seconds = failure == Failure.TIMEOUT ? 1 + share / 1000 : share;
      end = start + Math.max(1, Time.ofSeconds(failure.seconds() * seconds));
      firstToken = end;
      return;
    }
    double generation = Math.min(SLOWEST_STREAM_SECONDS, output * secondsPerToken);
    end = start + Math.max(1, Time.ofSeconds(secondsToFirstToken + generation));
    firstToken = stream ? start + Time.ofSeconds(secondsToFirstToken) : end;
  }

  /** Everything the prompt holds, cached or not. */
  public long promptTokens() {
    return uncachedInput + cacheRead + cacheWrite;
  }

  /** What it cost, US dollars. */
  public double cost() {
    return (uncachedInput * model.inputPrice()
            + cacheRead * model.cacheReadPrice()
            + cacheWrite * model.cacheWritePrice()
            + output * model.outputPrice())
        / 1e6;
  }
}
