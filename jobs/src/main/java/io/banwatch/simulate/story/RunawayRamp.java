package io.banwatch.simulate.story;

import io.banwatch.simulate.traffic.Part;
import io.banwatch.simulate.traffic.Time;
import java.util.List;

/** A loop that feeds itself: slow at first, then ever faster. */
final class RunawayRamp extends Story {
  private static final double FIRST_PER_MINUTE = 1;
  private static final double DOUBLES = 20.0 * Time.MINUTE;
  private static final long LASTS = 160 * Time.MINUTE;
  private static final double MOST_PER_MINUTE = 256;

  RunawayRamp() {
    super(
        "runaway-ramp",
        Reach.KEY,
        "an automation that keeps calling itself",
        "from 1 request a minute, doubling every 20 minutes, for 160 minutes");
  }

  @Override
  public List<String> signals() {
    return List.of("request-surge");
  }

  @Override
  public Part part(Stage stage) {
    return Part.adding(
        stage.paced(
            stage.at(),
            stage.at() + LASTS,
            time -> FIRST_PER_MINUTE * Math.pow(2, (time - stage.at()) / DOUBLES),
            MOST_PER_MINUTE,
            request -> {
              request.failure = null;
              request.tokens(700, 0, 0, 120);
            }));
  }
}
