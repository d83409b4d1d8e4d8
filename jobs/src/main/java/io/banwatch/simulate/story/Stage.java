package io.banwatch.simulate.story;

import io.banwatch.simulate.traffic.Behaviour;
import io.banwatch.simulate.traffic.Habits;
import io.banwatch.simulate.traffic.PacedSource;
import io.banwatch.simulate.traffic.Request;
import io.banwatch.simulate.traffic.RequestSource;
import io.banwatch.simulate.world.ApiKey;
import io.banwatch.simulate.world.Network;
import io.banwatch.simulate.world.Seeds;
import java.util.function.Consumer;
import java.util.function.LongToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Where a story plays: one key it touches, its time, and random streams of its own.
 *
 * @param story the story's index in the log, which marks its requests
 * @param name the story's name
 * @param key the key that it touches here
 * @param at when it begins, microseconds since the epoch
 * @param from where the log begins
 * @param until where the log ends
 * @param habits what keys usually do
 * @param seeds where random streams come from
 */
public record Stage(
    int story,
    String name,
    ApiKey key,
    long at,
    long from,
    long until,
    Habits habits,
    Seeds seeds) {

  /** A stream that no other story, time or key shares. */
  public UniformRandomProvider random(String purpose) {
    return seeds.stream("story " + name + " " + at + " " + purpose, key.index());
  }

  /** What the key's requests are like, for one more stream of them. */
  public Behaviour behaviour(String purpose) {
    return habits.behaviour(key, random("behaviour " + purpose));
  }

  /** Marks a request as the story's. */
  public Request touch(Request request) {
    request.story = story;
    return request;
  }

  /** One of a network's IPv4 addresses, the same for the whole story. */
  public String address(Network network) {
    return network.address4(random("address " + network));
  }

  /** Requests at a steady rate between two times, microseconds since the epoch. */
  public RequestSource steady(long begin, long end, double perMinute, Consumer<Request> change) {
    return paced(begin, end, time -> perMinute, perMinute, change);
  }

  /** Requests at a changing rate between two times, microseconds since the epoch. */
  public RequestSource paced(
      long begin, long end, LongToDoubleFunction perMinute, double most, Consumer<Request> change) {
    String purpose = "paced " + begin + " " + most;
    return new PacedSource(
        behaviour(purpose), random(purpose), begin, end, perMinute, most, change);
  }

  /** The key's usual requests once more, with another draw, between two times. */
  public RequestSource surplus(int nth, long begin, long end) {
    return habits.usual(key, " " + name + " " + at + " surplus " + nth, begin, end);
  }
}
