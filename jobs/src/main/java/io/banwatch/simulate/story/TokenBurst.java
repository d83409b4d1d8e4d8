package io.banwatch.simulate.story;

import io.banwatch.simulate.traffic.Part;
import io.banwatch.simulate.traffic.Time;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** Few requests, but enormous ones. */
final class TokenBurst extends Story {
  private static final double PER_MINUTE = 4;
  private static final long LASTS = 20 * Time.MINUTE;
  private static final int SMALLEST = 140_000;
  private static final int SPREAD = 40_000;

  TokenBurst() {
    super(
        "token-burst",
        Reach.KEY,
        "a whole repository pasted into every question",
        "4 requests a minute of 140k to 180k input tokens, for 20 minutes");
  }

  @Override
  public List<String> signals() {
    return List.of("token-burst");
  }

  @Override
  public Part part(Stage stage) {
    UniformRandomProvider sizes = stage.random("sizes");
    return Part.adding(
        stage.steady(
            stage.at(),
            stage.at() + LASTS,
            PER_MINUTE,
            request -> {
              request.failure = null;
              request.tokens(SMALLEST + sizes.nextInt(SPREAD), 0, 0, request.output);
            }));
  }
}
