package io.banwatch.simulate.story;

import io.banwatch.simulate.traffic.Part;
import io.banwatch.simulate.traffic.Time;
import java.util.List;

/** A key that nobody used for days wakes. */
final class DormantKey extends Story {
  private static final double LEFT_ALONE_AFTER = 0.25;
  private static final double PER_MINUTE = 15;
  private static final long LASTS = Time.HOUR;

  DormantKey() {
    super(
        "dormant-key",
        Reach.KEY,
        "a forgotten key wakes",
        "silent for the last three quarters of the time before, then 15 requests a minute for an"
            + " hour");
  }

  @Override
  public List<String> signals() {
    return List.of("request-surge");
  }

  @Override
  public Part part(Stage stage) {
    long asleep = stage.from() + (long) (LEFT_ALONE_AFTER * (stage.at() - stage.from()));
    return new Part(
        List.of(
            stage.steady(
                stage.at(), stage.at() + LASTS, PER_MINUTE, request -> request.failure = null)),
        request -> request.start < asleep ? request : null);
  }
}
