package io.banwatch.simulate.story;

import io.banwatch.simulate.traffic.Part;
import io.banwatch.simulate.traffic.Request;
import io.banwatch.simulate.traffic.Time;
import io.banwatch.simulate.world.Client;
import io.banwatch.simulate.world.Model;
import io.banwatch.simulate.world.Network;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A stolen key as one victim told it: https://github.com/anthropics/claude-code/issues/96048 of
 * September 2026.
 */
final class StolenKey extends Story {
  private static final double QUIET_SHARE = 0.25;
  private static final double SMALL_MODEL = 0.8;
  private static final double LARGE_PER_MINUTE = 0.8;
  private static final double WRITING_PER_MINUTE = 0.12;
  private static final int SMALLEST = 180_000;
  private static final int SPREAD = 184_001;

  StolenKey() {
    super(
        "stolen-key",
        Reach.KEY,
        "someone else spends the key's money",
        "quiet days on two small models, one tiny probe of a new model a day before, then an hour"
            + " of about one request a minute of 180k to 364k input tokens from a new network");
  }

  @Override
  public List<String> signals() {
    return List.of("token-burst", "new-network", "new-country");
  }

  @Override
  public Part part(Stage stage) {
    UniformRandomProvider random = stage.random("quiet and sizes");
    List<Model> models = stage.key().vendor().models();
    Model last = models.get(models.size() - 1);
    Model writing = models.get(models.size() - 2);
    String address = stage.address(thief(stage));
    long probe = stage.at() - Time.DAY;
    return new Part(
        List.of(
            stage.steady(
                probe,
                probe + 1,
                1,
                request -> {
                  disguise(request, last, address);
                  request.tokens(9, 0, 0, 4);
                }),
            stage.steady(
                stage.at(),
                stage.at() + Time.HOUR,
                LARGE_PER_MINUTE,
                request -> {
                  disguise(request, last, address);
                  request.tokens(SMALLEST + random.nextInt(SPREAD), 0, 0, 400);
                }),
            stage.steady(
                stage.at(),
                stage.at() + Time.HOUR,
                WRITING_PER_MINUTE,
                request -> {
                  disguise(request, writing, address);
                  request.tokens(SMALLEST + random.nextInt(10_000), 0, 0, 36_000);
                })),
        request -> {
          if (random.nextDouble() >= QUIET_SHARE) {
            return null;
          }
          request.model = models.get(random.nextDouble() < SMALL_MODEL ? 0 : 1);
          return request;
        });
  }

  private static Network thief(Stage stage) {
    return stage.key().home() == Network.NEW_YORK_DIGITALOCEAN
        ? Network.LONDON_DIGITALOCEAN
        : Network.NEW_YORK_DIGITALOCEAN;
  }

  private static void disguise(Request request, Model model, String address) {
    request.failure = null;
    request.model = model;
    request.stream = true;
    request.user = null;
    request.client = Client.PYTHON_HTTPX;
    request.address = address;
  }
}
