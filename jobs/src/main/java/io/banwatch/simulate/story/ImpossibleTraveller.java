package io.banwatch.simulate.story;

import io.banwatch.simulate.traffic.Part;
import io.banwatch.simulate.traffic.Time;
import io.banwatch.simulate.world.Network;
import java.util.List;

/** Two places at once: home, and ten minutes later another continent. */
final class ImpossibleTraveller extends Story {
  private static final long BEFORE = 12 * Time.MINUTE;
  private static final long LASTS = 40 * Time.MINUTE;
  private static final double PER_MINUTE = 0.5;

  ImpossibleTraveller() {
    super(
        "traveller-impossible",
        Reach.KEY,
        "at home, and minutes later on another continent",
        "requests from home, and 10 minutes later from Tokyo, one every 2 minutes for 40 minutes");
  }

  @Override
  public List<String> signals() {
    return List.of("impossible-travel");
  }

  @Override
  public Part part(Stage stage) {
    String tokyo = stage.address(Network.TOKYO_NTT);
    return Part.adding(
        stage.steady(
            stage.at() - BEFORE,
            stage.at() - BEFORE + 2 * Time.MINUTE,
            2,
            request -> {
              request.failure = null;
              request.history = true;
              request.tokens(800, 0, 0, 60);
            }),
        stage.steady(
            stage.at(),
            stage.at() + LASTS,
            PER_MINUTE,
            request -> {
              request.failure = null;
              request.address = tokyo;
            }));
  }
}
