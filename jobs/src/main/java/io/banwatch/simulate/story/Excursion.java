package io.banwatch.simulate.story;

import io.banwatch.simulate.traffic.Part;
import io.banwatch.simulate.traffic.Time;
import io.banwatch.simulate.world.ApiKey;
import io.banwatch.simulate.world.Network;
import java.util.List;

/**
 * A key that is elsewhere for a time: its requests come from another network, and it is silent for
 * as long as the way takes.
 */
abstract class Excursion extends Story {
  private static final double PER_MINUTE = 0.5;
  private static final long SESSION = 20 * Time.MINUTE;

  private final long way;
  private final long lasts;

  /**
   * An excursion.
   *
   * @param way how long the key is silent before and after, microseconds
   * @param lasts how long it is elsewhere, microseconds
   */
  Excursion(String name, String told, String line, long way, long lasts) {
    super(name, Reach.KEY, told, line);
    this.way = way;
    this.lasts = lasts;
  }

  /** Where it goes. */
  abstract Network destination(ApiKey key);

  @Override
  public final Part part(Stage stage) {
    String address = stage.address(destination(stage.key()));
    long back = stage.at() + lasts;
    return new Part(
        List.of(
            stage.steady(
                stage.at(),
                stage.at() + SESSION,
                PER_MINUTE,
                request -> {
                  request.failure = null;
                  request.address = address;
                })),
        request -> {
          if (request.start >= stage.at() && request.start < back) {
            request.address = address;
            return stage.touch(request);
          }
          boolean underWay = request.start >= stage.at() - way && request.start < back + way;
          return underWay ? null : request;
        });
  }
}
