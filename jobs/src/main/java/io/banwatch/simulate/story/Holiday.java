package io.banwatch.simulate.story;

import io.banwatch.simulate.traffic.Part;
import io.banwatch.simulate.traffic.Time;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** A holiday: almost nobody works. */
final class Holiday extends Story {
  private static final double LEFT = 0.2;

  Holiday() {
    super(
        "holiday",
        Reach.EVERYONE,
        "a holiday",
        "all keys do a fifth of the usual for a day, and come back");
  }

  @Override
  public List<String> signals() {
    return List.of();
  }

  @Override
  public List<String> nearMissOf() {
    return List.of("request-surge", "token-burst");
  }

  @Override
  public Part part(Stage stage) {
    UniformRandomProvider random = stage.random("left");
    return Part.changing(
        request -> {
          if (request.start < stage.at() || request.start >= stage.at() + Time.DAY) {
            return request;
          }
          return random.nextDouble() < LEFT ? stage.touch(request) : null;
        });
  }
}
