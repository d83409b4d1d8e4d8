package io.banwatch.simulate.story;

import io.banwatch.simulate.traffic.Part;
import io.banwatch.simulate.traffic.Time;
import io.banwatch.simulate.world.Model;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** Answers of one model collected by the thousand, each asked for in the same form. */
final class Distillation extends Story {
  private static final double PER_MINUTE = 25;
  private static final long LASTS = 6 * Time.HOUR;

  Distillation() {
    super(
        "distillation",
        Reach.KEY,
        "a model's answers are collected by the thousand",
        "25 requests a minute of 1,200 input and 2,000 to 4,000 output tokens to the largest model,"
            + " for 6 hours");
  }

  @Override
  public List<String> signals() {
    return List.of("token-burst");
  }

  @Override
  public Part part(Stage stage) {
    UniformRandomProvider sizes = stage.random("sizes");
    List<Model> models = stage.key().vendor().models();
    return Part.adding(
        stage.steady(
            stage.at(),
            stage.at() + LASTS,
            PER_MINUTE,
            request -> {
              request.failure = null;
              request.model = models.get(models.size() - 1);
              request.tokens(1_190 + sizes.nextInt(20), 0, 0, 2_000 + sizes.nextInt(2_000));
            }));
  }
}
