package io.banwatch.simulate.story;

import io.banwatch.simulate.traffic.Part;
import io.banwatch.simulate.traffic.Time;
import java.util.List;

/** A key that did not exist before, and its lively first hour. */
final class NewKey extends Story {
  private static final double PER_MINUTE = 1.5;

  NewKey() {
    super(
        "new-key",
        Reach.KEY,
        "a new key's first hour",
        "nothing before, then the key's usual traffic and 1.5 requests a minute more for an hour");
  }

  @Override
  public List<String> signals() {
    return List.of();
  }

  @Override
  public List<String> nearMissOf() {
    return List.of("request-surge", "token-burst", "new-country", "new-network");
  }

  @Override
  public Part part(Stage stage) {
    return new Part(
        List.of(
            stage.steady(
                stage.at(), stage.at() + Time.HOUR, PER_MINUTE, request -> request.failure = null)),
        request -> request.start < stage.at() ? null : request);
  }
}
