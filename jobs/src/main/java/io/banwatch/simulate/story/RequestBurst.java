package io.banwatch.simulate.story;

import io.banwatch.simulate.traffic.Part;
import io.banwatch.simulate.traffic.Time;
import java.util.List;

/** A runaway agent: small requests, from one moment to the next. */
final class RequestBurst extends Story {
  private static final double PER_MINUTE = 120;
  private static final long LASTS = 20 * Time.MINUTE;

  RequestBurst() {
    super(
        "request-burst",
        Reach.KEY,
        "an agent in a loop",
        "an agent in a loop: 120 small requests a minute at once, for 20 minutes");
  }

  @Override
  public List<String> signals() {
    return List.of("request-surge");
  }

  @Override
  public Part part(Stage stage) {
    return Part.adding(
        stage.steady(
            stage.at(),
            stage.at() + LASTS,
            PER_MINUTE,
            request -> {
              request.failure = null;
              request.tokens(300, 0, 0, 40);
            }));
  }
}
