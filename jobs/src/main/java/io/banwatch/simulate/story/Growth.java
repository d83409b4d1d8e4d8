package io.banwatch.simulate.story;

import io.banwatch.simulate.traffic.Part;
import io.banwatch.simulate.traffic.Request;
import io.banwatch.simulate.traffic.RequestSource;
import io.banwatch.simulate.traffic.Time;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** An account that grows. */
final class Growth extends Story {
  private static final double TAKES = 7.0 * Time.DAY;

  Growth() {
    super(
        "growth",
        Reach.ACCOUNT,
        "the account grows threefold in a week",
        "all keys of the account grow evenly to three times as much within a week, and stay");
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
    return Part.adding(growing(stage, 1), growing(stage, 2));
  }

  private static RequestSource growing(Stage stage, int nth) {
    UniformRandomProvider random = stage.random("growing " + nth);
    RequestSource all = stage.surplus(nth, stage.at(), stage.until());
    return () -> {
      Request request = all.next();
      while (request != null && random.nextDouble() >= (request.start - stage.at()) / TAKES) {
        request = all.next();
      }
      return request;
    };
  }
}
