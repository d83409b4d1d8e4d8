package io.banwatch.simulate.story;

import io.banwatch.simulate.traffic.Part;
import io.banwatch.simulate.traffic.RequestSource;
import io.banwatch.simulate.traffic.Time;
import java.util.ArrayList;
import java.util.List;

/** A batch job at the same hour of every day, known since the log began. */
final class NightlyBatch extends Story {
  private static final long LASTS = 40 * Time.MINUTE;
  private static final double PER_MINUTE = 20;

  NightlyBatch() {
    super(
        "nightly-batch",
        Reach.KEY,
        "the nightly batch, as every night",
        "20 requests a minute for 40 minutes at that hour of every day since the log began; days"
            + " before are history");
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
    long first = stage.at() - (stage.at() - stage.from()) / Time.DAY * Time.DAY;
    List<RequestSource> nights = new ArrayList<>();
    for (long night = first; night < stage.until(); night += Time.DAY) {
      boolean history = night < stage.at();
      nights.add(
          stage.steady(
              night,
              night + LASTS,
              PER_MINUTE,
              request -> {
                request.failure = null;
                request.history = history;
              }));
    }
    return new Part(List.copyOf(nights), request -> request);
  }
}
