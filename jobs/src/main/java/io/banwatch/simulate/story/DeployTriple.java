package io.banwatch.simulate.story;

import io.banwatch.simulate.traffic.Part;
import io.banwatch.simulate.traffic.Time;
import java.util.List;

/** A deploy: every key of an account triples together. */
final class DeployTriple extends Story {
  private static final long LASTS = 2 * Time.HOUR;

  DeployTriple() {
    super(
        "deploy-x3",
        Reach.ACCOUNT,
        "a deploy triples the whole account",
        "all keys of the account do three times as much for 2 hours");
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
    long end = stage.at() + LASTS;
    return Part.adding(stage.surplus(1, stage.at(), end), stage.surplus(2, stage.at(), end));
  }
}
